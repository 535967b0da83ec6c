// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.caseledger.ledger.validation.TransactionIndex;

/** Tells who waits for a transaction or a block at one peer that it is there. */
final class Commits {
    private final Endorser peer;
    private final TransactionIndex transactions;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean closed;

    /** Somebody who waits for a transaction, until {@code gone}. */
    record Waiting(String transactionId, BooleanSupplier gone, Consumer<TransactionIndex.Entry> then) {}

    Commits(Endorser peer, TransactionIndex transactions) {
        this.peer = peer;
        this.transactions = transactions;
    }

    /** Calls back once, at once if the transaction is committed at this peer already. */
    Waiting await(String transactionId, BooleanSupplier gone, Consumer<TransactionIndex.Entry> then) {
        Waiting one = new Waiting(transactionId, gone, then);
        Optional<TransactionIndex.Entry> known;
        synchronized (this) {
            known = find(one);
            if (known.isEmpty()) {
                waiting.add(one);
            }
        }
        known.ifPresent(then);
        return one;
    }

    private Optional<TransactionIndex.Entry> find(Waiting one) {
        return transactions.find(one.transactionId()).filter(entry -> entry.block() < peer.height());
    }

    /** To be called after the peer took over new blocks. */
    void changed() {
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
                Waiting one = each.next();
                Optional<TransactionIndex.Entry> entry = find(one);
                if (entry.isPresent() || one.gone().getAsBoolean()) {
                    each.remove();
                    entry.ifPresent(found -> answers.add(() -> one.then().accept(found)));
                }
            }
            notifyAll();
        }
        answers.forEach(Runnable::run);
    }

    /** Waits until the peer has a block; false when the ledger closes before or {@code gone} says so. */
    synchronized boolean awaitBlock(long number, BooleanSupplier gone) throws InterruptedException {
        while (!closed && !gone.getAsBoolean() && peer.height() <= number) {
            wait();
        }
        return !closed && !gone.getAsBoolean();
    }

    /** Waits until a stream takes more; false when the ledger closes before or {@code gone} says so. */
    synchronized boolean awaitReady(BooleanSupplier ready, BooleanSupplier gone) throws InterruptedException {
        while (!closed && !gone.getAsBoolean() && !ready.getAsBoolean()) {
            wait();
        }
        return !closed && !gone.getAsBoolean();
    }

    /** Lets those look again whose caller may have left. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }
}
