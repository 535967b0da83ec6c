// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.caseledger.ledger.config.OrdererSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts transactions into one order. One thread cuts a block from whatever waits, and the next one only once that is
 * on disk: under load blocks grow by themselves, and one flush serves them all.
 */
final class Orderer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Orderer.class);
    private static final long IDLE_MILLIS = 200;

    private final BlockingQueue<ByteString> queue;
    private final OrdererSettings settings;
    private final Consumer<List<ByteString>> committer;
    private final Thread thread = new Thread(this::run, "orderer");
    private volatile boolean closing;
    private volatile boolean failed;

    Orderer(int queueSize, OrdererSettings settings, Consumer<List<ByteString>> committer) {
        this.queue = new ArrayBlockingQueue<>(queueSize);
        this.settings = settings;
        this.committer = committer;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a transaction that was checked; it is in a block soon, or refused here. */
    void submit(ByteString envelope) {
        if (failed) {
            throw Failures.of(Code.UNAVAILABLE, "the ledger has stopped because its disk refused a block; restart it");
        }
        if (closing || !queue.offer(envelope)) {
            throw Failures.of(
                    Code.UNAVAILABLE, "the ledger has more transactions waiting than it takes; submit again later");
        }
    }

    private void run() {
        ByteString carried = ByteString.EMPTY;
        try {
            while (!closing || !queue.isEmpty() || !carried.isEmpty()) {
                ByteString first = carried.isEmpty() ? queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : carried;
                if (first != null) {
                    List<ByteString> batch = new ArrayList<>();
                    carried = fill(batch, first);
                    committer.accept(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed = true;
            LOG.error("The ledger stops taking transactions: {}", e.getMessage(), e);
        }
    }

    /** Fills a batch up to the limits and returns the transaction that did not fit any more. */
    private ByteString fill(List<ByteString> batch, ByteString first) {
        long bytes = first.size();
        batch.add(first);
        while (batch.size() < settings.maxTransactions()) {
            ByteString next = queue.poll();
            if (next == null) {
                return ByteString.EMPTY;
            }
            bytes += next.size();
            if (bytes > settings.maxBytes()) {
                return next;
            }
            batch.add(next);
        }
        return ByteString.EMPTY;
    }

    /** Orders what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
