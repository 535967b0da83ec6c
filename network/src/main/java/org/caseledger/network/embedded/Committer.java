// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.IntStream;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.block.TransactionParser;
import org.caseledger.ledger.validation.Judgement;
import org.caseledger.ledger.validation.Ledger;
import org.hyperledger.fabric.protos.common.Block;

/** Makes a block of a batch: judges it, signs it, puts it on disk, and only then shows it. */
final class Committer {
    private final Ledger ledger;
    private final BlockStore store;
    private final BlockSigner signer;
    private final Runnable shown;

    Committer(Ledger ledger, BlockStore store, BlockSigner signer, Runnable shown) {
        this.ledger = ledger;
        this.store = store;
        this.signer = signer;
        this.shown = shown;
    }

    /** Returns once the block is on disk and every peer that does not lag shows it. */
    void commit(List<ByteString> batch) {
        List<ParsedTransaction> parsed = IntStream.range(0, batch.size())
                .parallel()
                .mapToObj(i -> TransactionParser.parse(i, batch.get(i)))
                .toList();
        Judgement judgement = ledger.judge(ledger.height(), parsed);
        if (!judgement.unsupported().isEmpty()) {
            throw new IllegalStateException("A transaction uses "
                    + judgement.unsupported().values().iterator().next() + ", which was to be refused before.");
        }
        Block block = signer.sign(ledger.height(), ledger.headerHash(), batch, judgement);
        store.append(block);
        ledger.commit(block, parsed, judgement);
        shown.run();
    }
}
