// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.List;
import org.caseledger.ledger.block.ParsedNamespace;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.block.TransactionParser;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.identity.Identity;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;

/** What an orderer asks of a transaction before it takes it. */
final class SubmissionCheck {
    private final ChannelConfig config;
    private final Clock clock;

    SubmissionCheck(ChannelConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The bytes to order. */
    ByteString check(Envelope envelope) throws ProposalException {
        ByteString bytes = envelope.toByteString();
        if (bytes.size() > config.orderer().maxBytes()) {
            throw ProposalException.refused("message payload is " + bytes.size() + " bytes and exceeds maximum allowed "
                    + config.orderer().maxBytes() + " bytes");
        }
        ParsedTransaction transaction = TransactionParser.parse(0, bytes);
        requireChannel(transaction);
        requireWriter(transaction, envelope);
        requireSupported(transaction);
        return bytes;
    }

    private void requireChannel(ParsedTransaction transaction) throws ProposalException {
        var header = transaction.channelHeader();
        if (!header.getChannelId().equals(config.channel())) {
            throw ProposalException.refused("channel '" + header.getChannelId() + "' not found");
        }
        if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            throw new ProposalException(
                    ProposalException.Kind.UNSUPPORTED, "the embedded ledger orders endorser transactions only");
        }
    }

    private void requireWriter(ParsedTransaction transaction, Envelope envelope) throws ProposalException {
        ByteString serialized = transaction.signatureHeader().getCreator();
        Identity creator = config.msps()
                .find(serialized)
                .filter(one -> one.verify(envelope.getSignature(), envelope.getPayload()))
                .filter(one -> config.policy(PolicyPaths.WRITERS).satisfied(List.of(one)))
                .orElseThrow(() -> ProposalException.refused(
                        "access denied: the transaction is not signed by one of the channel's writers"));
        ProposalCheck.requireCurrent(creator, clock.instant());
    }

    private static void requireSupported(ParsedTransaction transaction) throws ProposalException {
        for (ParsedNamespace namespace : transaction.namespaces()) {
            if (!namespace.unsupported().isEmpty()) {
                throw new ProposalException(
                        ProposalException.Kind.UNSUPPORTED,
                        "the embedded ledger does not do " + namespace.unsupported() + " yet");
            }
        }
    }
}
