// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import java.util.ArrayList;
import java.util.List;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.TransactionView;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Turns a block into rows. A pure function of the block and of the highest time before it. */
final class BlockProjector {

    private final String authority;
    private final String chaincode;

    BlockProjector(String authority, String chaincode) {
        this.authority = authority;
        this.chaincode = chaincode;
    }

    ProjectedBlock project(BlockView block, long recordedBefore) {
        long recordedUpTo = recordedUpTo(block, recordedBefore);
        var rows = new RowCollector(block.number(), recordedUpTo);
        var outcomes = new ArrayList<TransactionOutcome>();
        for (var transaction : block.transactions()) {
            if (tells(transaction)) {
                outcomes.add(new TransactionOutcome(
                        transaction.txId(), transaction.code().name(), block.number()));
            }
            if (counts(transaction)) {
                project(transaction, rows);
            }
        }
        return rows.toBlock(block, outcomes);
    }

    /** Only valid transactions count: an invalid one could claim any time and make everybody's records late. */
    private static long recordedUpTo(BlockView block, long before) {
        return block.transactions().stream()
                .filter(BlockProjector::counts)
                .mapToLong(transaction -> transaction.timestamp().toEpochMilli())
                .reduce(before, Math::max);
    }

    /** That a copy came second says nothing of the transaction: its code is in the block where it came first. */
    private boolean tells(TransactionView transaction) {
        return transaction.creatorMspId().equals(authority)
                && !transaction.txId().isEmpty()
                && transaction.code() != TxValidationCode.DUPLICATE_TXID;
    }

    private static boolean counts(TransactionView transaction) {
        return transaction.valid() && transaction.type() == HeaderType.ENDORSER_TRANSACTION;
    }

    private void project(TransactionView transaction, RowCollector rows) {
        transaction.namespaces().stream()
                .filter(namespace -> namespace.namespace().equals(chaincode))
                .forEach(namespace -> rows.add(transaction, List.copyOf(namespace.writes())));
    }
}
