// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.Set;
import org.caseledger.ledger.block.ParsedNamespace;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.crypto.Hashes;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What can be said of a transaction without the state: form, creator's signature, id, proposal hash, names. */
final class TransactionCheck {
    private final ChannelConfig config;

    TransactionCheck(ChannelConfig config) {
        this.config = config;
    }

    /** The id that a transaction must carry: SHA-256 of nonce and creator in lowercase hex. */
    static String transactionId(SignatureHeader header) {
        return Hashes.hex(Hashes.sha256(header.getNonce(), header.getCreator()));
    }

    /** The code of the first rule that is broken up to the transaction's own form; {@code VALID} when none is. */
    TxValidationCode form(ParsedTransaction transaction) {
        TxValidationCode unreadable = transaction.unreadable();
        if (unreadable == TxValidationCode.INVALID_OTHER_REASON
                || unreadable == TxValidationCode.BAD_PAYLOAD
                || unreadable == TxValidationCode.BAD_COMMON_HEADER) {
            return unreadable;
        }
        if (!wellFormed(transaction.channelHeader(), transaction.signatureHeader())) {
            return TxValidationCode.BAD_COMMON_HEADER;
        }
        if (!signedByCreator(transaction)) {
            return TxValidationCode.BAD_CREATOR_SIGNATURE;
        }
        return switch (transaction.channelHeader().getType()) {
            case HeaderType.ENDORSER_TRANSACTION_VALUE -> endorserForm(transaction);
            case HeaderType.CONFIG_VALUE -> TxValidationCode.VALID;
            default -> TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
        };
    }

    private static boolean wellFormed(ChannelHeader channel, SignatureHeader signature) {
        boolean known = channel.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE
                || channel.getType() == HeaderType.CONFIG_UPDATE_VALUE
                || channel.getType() == HeaderType.CONFIG_VALUE;
        return known
                && channel.getEpoch() == 0
                && !signature.getNonce().isEmpty()
                && !signature.getCreator().isEmpty();
    }

    private boolean signedByCreator(ParsedTransaction transaction) {
        var envelope = transaction.envelope();
        return transaction.channelHeader().getChannelId().equals(config.channel())
                && config.msps()
                        .find(transaction.signatureHeader().getCreator())
                        .filter(creator -> creator.verify(envelope.getSignature(), envelope.getPayload()))
                        .isPresent();
    }

    private static TxValidationCode endorserForm(ParsedTransaction transaction) {
        if (!transactionId(transaction.signatureHeader())
                .equals(transaction.channelHeader().getTxId())) {
            return TxValidationCode.BAD_PROPOSAL_TXID;
        }
        if (transaction.unreadable() == TxValidationCode.INVALID_ENDORSER_TRANSACTION
                || transaction.actions() != 1
                || !actionHeaderWellFormed(transaction.actionHeader())
                || !proposalHash(transaction).equals(transaction.proposalHash())) {
            return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
        }
        return TxValidationCode.VALID;
    }

    private static boolean actionHeaderWellFormed(ByteString header) {
        try {
            SignatureHeader parsed = SignatureHeader.parseFrom(header);
            return !parsed.getNonce().isEmpty() && !parsed.getCreator().isEmpty();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static ByteString proposalHash(ParsedTransaction transaction) {
        return Hashes.sha256(
                transaction.header().getChannelHeader(),
                transaction.actionHeader(),
                transaction.action().getChaincodeProposalPayload());
    }

    /** The code of the first rule about names and sets that is broken; {@code VALID} when none is. */
    TxValidationCode names(ParsedTransaction transaction) {
        var result = transaction.result();
        String chaincode;
        try {
            chaincode = ChaincodeHeaderExtension.parseFrom(
                            transaction.channelHeader().getExtension())
                    .getChaincodeId()
                    .getName();
        } catch (InvalidProtocolBufferException e) {
            return TxValidationCode.BAD_HEADER_EXTENSION;
        }
        if (transaction.unreadable() == TxValidationCode.BAD_RESPONSE_PAYLOAD || !transaction.resultPresent()) {
            return TxValidationCode.BAD_RESPONSE_PAYLOAD;
        }
        if (transaction.unreadable() == TxValidationCode.BAD_RWSET) {
            return TxValidationCode.BAD_RWSET;
        }
        if (!result.hasChaincodeId()) {
            return TxValidationCode.INVALID_OTHER_REASON;
        }
        if (chaincode.isEmpty()
                || !chaincode.equals(result.getChaincodeId().getName())
                || result.getChaincodeId().getVersion().isEmpty()) {
            return TxValidationCode.INVALID_CHAINCODE;
        }
        if (!eventOf(chaincode, result.getEvents())) {
            return TxValidationCode.INVALID_OTHER_REASON;
        }
        return repeatsNamespace(transaction) ? TxValidationCode.ILLEGAL_WRITESET : TxValidationCode.VALID;
    }

    private static boolean eventOf(String chaincode, ByteString event) {
        try {
            return event.isEmpty()
                    || ChaincodeEvent.parseFrom(event).getChaincodeId().equals(chaincode);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean repeatsNamespace(ParsedTransaction transaction) {
        Set<String> seen = new HashSet<>();
        return !transaction.namespaces().stream().map(ParsedNamespace::name).allMatch(seen::add);
    }
}
