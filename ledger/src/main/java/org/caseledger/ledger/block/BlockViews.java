// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.ledger.state.Version;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/** Makes the views that readers of blocks work with. Parts that cannot be read are shown empty. */
public final class BlockViews {
    private BlockViews() {}

    /** Parses a block. */
    public static BlockView of(Block block) {
        List<ParsedTransaction> parsed = new ArrayList<>(block.getData().getDataCount());
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            parsed.add(TransactionParser.parse(i, block.getData().getData(i)));
        }
        return of(block, parsed);
    }

    /** Makes the view of a block whose transactions were parsed already. */
    public static BlockView of(Block block, List<ParsedTransaction> parsed) {
        ByteString flags = Blocks.flags(block);
        List<TransactionView> transactions = new ArrayList<>(parsed.size());
        for (ParsedTransaction transaction : parsed) {
            transactions.add(view(transaction, code(flags, transaction.index())));
        }
        var header = block.getHeader();
        return new BlockView(
                header.getNumber(),
                header.getPreviousHash(),
                header.getDataHash(),
                Blocks.headerHash(header),
                Blocks.commitHash(block),
                List.copyOf(transactions));
    }

    /** The validation code at a place in a block's flags; {@code NOT_VALIDATED} when there is none. */
    public static TxValidationCode code(ByteString flags, int index) {
        TxValidationCode code = index < flags.size() ? TxValidationCode.forNumber(flags.byteAt(index) & 0xff) : null;
        return code == null ? TxValidationCode.NOT_VALIDATED : code;
    }

    private static TransactionView view(ParsedTransaction transaction, TxValidationCode code) {
        var channel = transaction.channelHeader();
        List<ByteString> input = input(transaction);
        HeaderType type = HeaderType.forNumber(channel.getType());
        return new TransactionView(
                transaction.index(),
                channel.getTxId(),
                channel.getChannelId(),
                type == null ? HeaderType.UNRECOGNIZED : type,
                mspId(transaction.signatureHeader().getCreator()),
                transaction.signatureHeader().getCreator(),
                instant(channel.getTimestamp()),
                transaction.result().getChaincodeId().getName(),
                input.isEmpty() ? "" : input.get(0).toStringUtf8(),
                input.isEmpty() ? List.of() : List.copyOf(input.subList(1, input.size())),
                transaction.namespaces().stream().map(BlockViews::namespace).toList(),
                event(transaction.result().getEvents()),
                transaction.action().getAction().getEndorsementsList().stream()
                        .map(BlockViews::endorsement)
                        .toList(),
                code);
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(
                Math.floorMod(time.getSeconds(), 1L << 40), Math.floorMod(time.getNanos(), 1_000_000_000));
    }

    private static List<ByteString> input(ParsedTransaction transaction) {
        try {
            var payload =
                    ChaincodeProposalPayload.parseFrom(transaction.action().getChaincodeProposalPayload());
            var spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
            return spec.getChaincodeSpec().getInput().getArgsList();
        } catch (InvalidProtocolBufferException e) {
            return List.of();
        }
    }

    private static NamespaceView namespace(ParsedNamespace namespace) {
        return new NamespaceView(
                namespace.name(),
                namespace.set().getReadsList().stream().map(BlockViews::read).toList(),
                namespace.set().getWritesList().stream().map(BlockViews::write).toList());
    }

    private static ReadView read(KVRead read) {
        return new ReadView(
                read.getKey(),
                read.hasVersion()
                        ? new Version(
                                read.getVersion().getBlockNum(),
                                read.getVersion().getTxNum())
                        : null);
    }

    private static WriteView write(KVWrite write) {
        return new WriteView(
                write.getKey(), write.getIsDelete() || write.getValue().isEmpty(), write.getValue());
    }

    private static @Nullable EventView event(ByteString bytes) {
        try {
            ChaincodeEvent event = ChaincodeEvent.parseFrom(bytes);
            return bytes.isEmpty() || event.getEventName().isEmpty()
                    ? null
                    : new EventView(event.getChaincodeId(), event.getEventName(), event.getPayload());
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    private static EndorsementView endorsement(Endorsement endorsement) {
        return new EndorsementView(
                mspId(endorsement.getEndorser()), endorsement.getEndorser(), endorsement.getSignature());
    }

    private static String mspId(ByteString serialized) {
        try {
            return SerializedIdentity.parseFrom(serialized).getMspid();
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }
}
