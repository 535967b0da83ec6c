// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/** Reads one transaction, part by part, and notes the first part that cannot be read. Use once. */
public final class TransactionParser {
    private @Nullable TxValidationCode unreadable;

    private TransactionParser() {}

    /** Reads a transaction of a block. */
    public static ParsedTransaction parse(int index, ByteString bytes) {
        return new TransactionParser().read(index, bytes);
    }

    private ParsedTransaction read(int index, ByteString bytes) {
        Envelope envelope =
                part(Envelope.parser(), Envelope.getDefaultInstance(), bytes, TxValidationCode.INVALID_OTHER_REASON);
        Payload payload = part(
                Payload.parser(), Payload.getDefaultInstance(), envelope.getPayload(), TxValidationCode.BAD_PAYLOAD);
        Header header = payload.getHeader();
        ChannelHeader channel = part(
                ChannelHeader.parser(),
                ChannelHeader.getDefaultInstance(),
                header.getChannelHeader(),
                TxValidationCode.BAD_COMMON_HEADER);
        SignatureHeader signature = part(
                SignatureHeader.parser(),
                SignatureHeader.getDefaultInstance(),
                header.getSignatureHeader(),
                TxValidationCode.BAD_COMMON_HEADER);
        boolean endorsed = channel.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
        Transaction transaction = part(
                Transaction.parser(),
                Transaction.getDefaultInstance(),
                endorsed ? payload.getData() : ByteString.EMPTY,
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        boolean single = transaction.getActionsCount() == 1;
        ByteString actionHeader = single ? transaction.getActions(0).getHeader() : ByteString.EMPTY;
        ByteString actionPayload = single ? transaction.getActions(0).getPayload() : ByteString.EMPTY;
        ChaincodeActionPayload action = part(
                ChaincodeActionPayload.parser(),
                ChaincodeActionPayload.getDefaultInstance(),
                actionPayload,
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        ProposalResponsePayload response = part(
                ProposalResponsePayload.parser(),
                ProposalResponsePayload.getDefaultInstance(),
                action.getAction().getProposalResponsePayload(),
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        ChaincodeAction result = part(
                ChaincodeAction.parser(),
                ChaincodeAction.getDefaultInstance(),
                response.getExtension(),
                TxValidationCode.BAD_RESPONSE_PAYLOAD);
        List<ParsedNamespace> namespaces = namespaces(result.getResults());
        return new ParsedTransaction(
                index,
                envelope,
                header,
                channel,
                signature,
                transaction.getActionsCount(),
                actionHeader,
                action,
                response.getProposalHash(),
                result,
                !response.getExtension().isEmpty(),
                namespaces,
                unreadable);
    }

    private <T extends MessageLite> T part(Parser<T> parser, T empty, ByteString bytes, TxValidationCode otherwise) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            broken(otherwise);
            return empty;
        }
    }

    private void broken(TxValidationCode code) {
        if (unreadable == null) {
            unreadable = code;
        }
    }

    private List<ParsedNamespace> namespaces(ByteString results) {
        TxReadWriteSet sets =
                part(TxReadWriteSet.parser(), TxReadWriteSet.getDefaultInstance(), results, TxValidationCode.BAD_RWSET);
        List<ParsedNamespace> namespaces = new ArrayList<>(sets.getNsRwsetCount());
        for (NsReadWriteSet set : sets.getNsRwsetList()) {
            KVRWSet keys =
                    part(KVRWSet.parser(), KVRWSet.getDefaultInstance(), set.getRwset(), TxValidationCode.BAD_RWSET);
            namespaces.add(new ParsedNamespace(set.getNamespace(), keys, set.getCollectionHashedRwsetCount()));
        }
        return List.copyOf(namespaces);
    }
}
