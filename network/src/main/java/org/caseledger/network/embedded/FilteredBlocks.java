// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.caseledger.ledger.block.BlockViews;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.block.TransactionParser;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;

/** The filtered form of a block: ids, types, codes and events without their payload. */
final class FilteredBlocks {
    private FilteredBlocks() {}

    static FilteredBlock of(Block block) {
        FilteredBlock.Builder filtered =
                FilteredBlock.newBuilder().setNumber(block.getHeader().getNumber());
        ByteString flags = Blocks.flags(block);
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            ParsedTransaction transaction =
                    TransactionParser.parse(i, block.getData().getData(i));
            filtered.setChannelId(transaction.channelHeader().getChannelId());
            filtered.addFilteredTransactions(of(transaction, flags));
        }
        return filtered.build();
    }

    private static FilteredTransaction of(ParsedTransaction transaction, ByteString flags) {
        FilteredTransaction.Builder filtered = FilteredTransaction.newBuilder()
                .setTxid(transaction.channelHeader().getTxId())
                .setTypeValue(transaction.channelHeader().getType())
                .setTxValidationCode(BlockViews.code(flags, transaction.index()));
        if (transaction.channelHeader().getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
            filtered.setTransactionActions(actions(transaction.result().getEvents()));
        }
        return filtered.build();
    }

    private static FilteredTransactionActions actions(ByteString event) {
        FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
        try {
            if (!event.isEmpty()) {
                actions.addChaincodeActions(FilteredChaincodeAction.newBuilder()
                        .setChaincodeEvent(
                                ChaincodeEvent.parseFrom(event).toBuilder().clearPayload()));
            }
        } catch (InvalidProtocolBufferException e) {
            // An event that cannot be read is shown as none: the transaction's code says that it is invalid.
            return actions.build();
        }
        return actions.build();
    }
}
