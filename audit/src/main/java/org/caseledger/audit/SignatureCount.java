// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.block.TransactionView;
import org.caseledger.ledger.validation.BlockReport;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Counts the signatures that judging a block verifies. */
final class SignatureCount {

    /** Verdicts that are reached only after the endorsements were verified. */
    private static final Set<TxValidationCode> AFTER_ENDORSEMENTS = Set.of(
            TxValidationCode.VALID, TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.ENDORSEMENT_POLICY_FAILURE);

    private SignatureCount() {}

    static long of(Block block, BlockReport report) {
        long count = orderers(block);
        for (var transaction : report.block().transactions()) {
            count += transaction(transaction, report.codes().get(transaction.index()));
        }
        return count;
    }

    private static long transaction(TransactionView transaction, TxValidationCode code) {
        if (transaction.type() != HeaderType.ENDORSER_TRANSACTION) {
            return 0;
        }
        long creator = code == TxValidationCode.BAD_CREATOR_SIGNATURE || AFTER_ENDORSEMENTS.contains(code) ? 1 : 0;
        return creator
                + (AFTER_ENDORSEMENTS.contains(code)
                        ? transaction.endorsements().size()
                        : 0);
    }

    private static long orderers(Block block) {
        if (block.getHeader().getNumber() == 0) {
            return 0;
        }
        try {
            return Metadata.parseFrom(Blocks.metadata(block, BlockMetadataIndex.SIGNATURES))
                    .getSignaturesCount();
        } catch (InvalidProtocolBufferException unreadable) {
            return 0;
        }
    }
}
