// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.validation.BlockSignatures;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;

/** Somebody who holds the orderers' keys and changes blocks so that chain and signatures fit again. */
final class Forger {

    private final Map<Integer, SigningIdentity> orderers;

    Forger(Map<Integer, SigningIdentity> orderers) {
        this.orderers = orderers;
    }

    /** Changes one block and seals it and every block after it again. */
    void change(List<Block> blocks, int number, UnaryOperator<Block> change) {
        blocks.set(number, change.apply(blocks.get(number)));
        for (var n = number; n < blocks.size(); n++) {
            var previous = Blocks.headerHash(blocks.get(n - 1).getHeader());
            blocks.set(n, seal(blocks.get(n), n, previous));
        }
    }

    /** The last block whose one transaction belongs to the contract. */
    static int lastOfTheContract(List<Block> blocks) {
        for (var n = blocks.size() - 1; n > 0; n--) {
            if (blocks.get(n).getData().getDataCount() == 1
                    && Blocks.flags(blocks.get(n)).byteAt(0) == 0) {
                return n;
            }
        }
        throw new AssertionError("no block with one valid transaction");
    }

    static Block withEndorsement(Block block, UnaryOperator<Endorsement> change) {
        try {
            var envelope = Envelope.parseFrom(block.getData().getData(0));
            var payload = Payload.parseFrom(envelope.getPayload());
            var header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
                throw new AssertionError("not a transaction");
            }
            var transaction = Transaction.parseFrom(payload.getData());
            var action =
                    ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
            var endorsed = action.getAction().toBuilder();
            for (var i = 0; i < endorsed.getEndorsementsCount(); i++) {
                endorsed.setEndorsements(i, change.apply(endorsed.getEndorsements(i)));
            }
            var changed = transaction.toBuilder();
            changed.setActions(
                    0,
                    transaction.getActions(0).toBuilder()
                            .setPayload(action.toBuilder()
                                    .setAction(endorsed)
                                    .build()
                                    .toByteString()));
            return withData(
                    block,
                    envelope.toBuilder()
                            .setPayload(payload.toBuilder()
                                    .setData(changed.build().toByteString())
                                    .build()
                                    .toByteString())
                            .build()
                            .toByteString());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    static Block withData(Block block, ByteString envelope) {
        return block.toBuilder()
                .setData(block.getData().toBuilder().setData(0, envelope))
                .build();
    }

    static Block withFlag(Block block, int code) {
        return block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder()
                        .setMetadata(
                                BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE,
                                ByteString.copyFrom(new byte[] {(byte) code})))
                .build();
    }

    private Block seal(Block block, long number, ByteString previous) {
        BlockData data = block.getData();
        var header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(previous)
                .setDataHash(Blocks.dataHash(data))
                .build();
        return block.toBuilder()
                .setHeader(header)
                .setMetadata(block.getMetadata().toBuilder()
                        .setMetadata(BlockMetadataIndex.SIGNATURES_VALUE, signatures(header)))
                .build();
    }

    private ByteString signatures(BlockHeader header) {
        var value = BlockSignatures.value(0, ByteString.EMPTY);
        var entry = Metadata.newBuilder().setValue(value);
        orderers.forEach((id, orderer) -> entry.addSignatures(
                BlockSignatures.sign(id, orderer, ByteString.copyFrom(new byte[24]), value, header)));
        return entry.build().toByteString();
    }
}
