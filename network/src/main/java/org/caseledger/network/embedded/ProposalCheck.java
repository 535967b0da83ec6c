// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.policy.Policy;
import org.caseledger.ledger.validation.TransactionIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What a Fabric peer asks of a proposal before it executes it. The answer is the same for every peer here. */
final class ProposalCheck {
    static final String PROPOSE = "peer/Propose";

    private final ChannelConfig config;
    private final TransactionIndex committed;
    private final Clock clock;
    private final Duration window;

    ProposalCheck(ChannelConfig config, TransactionIndex committed, Clock clock, Duration window) {
        this.config = config;
        this.committed = committed;
        this.clock = clock;
        this.window = window;
    }

    /** For a query: whoever the channel's access rule lets execute. */
    CheckedProposal forEvaluation(SignedProposal signed) throws ProposalException {
        return check(signed, config.access(PROPOSE, PolicyPaths.APPLICATION_WRITERS));
    }

    /** For a transaction: the authorities' writers, so that readers and orderers write nothing. */
    CheckedProposal forEndorsement(SignedProposal signed) throws ProposalException {
        return check(signed, config.policy(PolicyPaths.APPLICATION_WRITERS));
    }

    private CheckedProposal check(SignedProposal signed, Policy access) throws ProposalException {
        try {
            Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
            SignatureHeader signature = SignatureHeader.parseFrom(header.getSignatureHeader());
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            requireHeaders(channel, signature);
            Identity creator = requireSigned(signed, signature, access);
            requireInTime(channel, creator);
            if (committed.contains(channel.getTxId())) {
                throw ProposalException.refused("duplicate transaction found [" + channel.getTxId() + "]");
            }
            return new CheckedProposal(
                    signed,
                    header,
                    payload,
                    channel.getChannelId(),
                    chaincode(channel, payload),
                    channel.getTxId(),
                    signature.getNonce(),
                    channel.getEpoch(),
                    instant(channel),
                    creator,
                    arguments(payload),
                    payload.getTransientMapMap(),
                    hash(header, payload));
        } catch (InvalidProtocolBufferException e) {
            throw ProposalException.malformed("the proposal cannot be read");
        }
    }

    private void requireHeaders(ChannelHeader channel, SignatureHeader signature) throws ProposalException {
        if (!channel.getChannelId().equals(config.channel())) {
            throw ProposalException.refused("channel '" + channel.getChannelId() + "' not found");
        }
        if (channel.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE || channel.getEpoch() != 0) {
            throw ProposalException.malformed("the proposal is not one for an endorser transaction");
        }
        if (signature.getNonce().isEmpty() || signature.getCreator().isEmpty()) {
            throw ProposalException.malformed("the proposal has no nonce or no creator");
        }
        String expected = Hashes.hex(Hashes.sha256(signature.getNonce(), signature.getCreator()));
        if (!expected.equals(channel.getTxId())) {
            throw ProposalException.malformed("the transaction id is not that of nonce and creator");
        }
    }

    private Identity requireSigned(SignedProposal signed, SignatureHeader signature, Policy access)
            throws ProposalException {
        ByteString serialized = signature.getCreator();
        Identity creator = config.msps()
                .find(serialized)
                .orElseThrow(() -> ProposalException.refused(
                        "access denied: " + config.msps().problem(serialized)));
        boolean allowed =
                creator.verify(signed.getSignature(), signed.getProposalBytes()) && access.satisfied(List.of(creator));
        if (!allowed) {
            throw ProposalException.refused(
                    "access denied: channel [" + config.channel() + "] creator org [" + creator.mspId() + "]");
        }
        return creator;
    }

    private void requireInTime(ChannelHeader channel, Identity creator) throws ProposalException {
        Instant now = clock.instant();
        requireCurrent(creator, now);
        Duration distance = Duration.between(instant(channel), now).abs();
        if (distance.compareTo(window) > 0) {
            throw ProposalException.refused("request unauthorized: the proposal's timestamp is more than "
                    + window.toMinutes() + " minutes from this peer's time; set the clocks right and propose again");
        }
    }

    static void requireCurrent(Identity creator, Instant now) throws ProposalException {
        if (now.isAfter(creator.certificate().getNotAfter().toInstant())) {
            throw ProposalException.refused("the creator's certificate has expired; renew it");
        }
    }

    private static Instant instant(ChannelHeader channel) throws ProposalException {
        try {
            return Instant.ofEpochSecond(
                    channel.getTimestamp().getSeconds(), channel.getTimestamp().getNanos());
        } catch (DateTimeException | ArithmeticException e) {
            throw ProposalException.malformed("the proposal's timestamp is none");
        }
    }

    private static String chaincode(ChannelHeader channel, ChaincodeProposalPayload payload)
            throws InvalidProtocolBufferException, ProposalException {
        String named = ChaincodeHeaderExtension.parseFrom(channel.getExtension())
                .getChaincodeId()
                .getName();
        String invoked = ChaincodeInvocationSpec.parseFrom(payload.getInput())
                .getChaincodeSpec()
                .getChaincodeId()
                .getName();
        if (named.isEmpty() || !named.equals(invoked)) {
            throw ProposalException.malformed("header and invocation do not name one chaincode");
        }
        return named;
    }

    private static List<ByteString> arguments(ChaincodeProposalPayload payload) throws InvalidProtocolBufferException {
        return ChaincodeInvocationSpec.parseFrom(payload.getInput())
                .getChaincodeSpec()
                .getInput()
                .getArgsList();
    }

    private static ByteString hash(Header header, ChaincodeProposalPayload payload) {
        ByteString visible = payload.toBuilder().clearTransientMap().build().toByteString();
        return Hashes.sha256(header.getChannelHeader(), header.getSignatureHeader(), visible);
    }
}
