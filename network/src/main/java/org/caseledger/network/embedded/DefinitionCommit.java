// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.lifecycle.ChaincodeDefinition;
import org.caseledger.ledger.lifecycle.Lifecycle;
import org.caseledger.ledger.validation.Ledger;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;

/** Brings the definition of the given chaincode onto the ledger, by the transaction that Fabric's lifecycle uses. */
final class DefinitionCommit {
    private static final String FUNCTION = "CommitChaincodeDefinition";

    private final Ledger ledger;
    private final List<Endorser> endorsers;
    private final DeployedChaincode chaincode;
    private final Clock clock;

    DefinitionCommit(Ledger ledger, List<Endorser> endorsers, DeployedChaincode chaincode, Clock clock) {
        this.ledger = ledger;
        this.endorsers = endorsers;
        this.chaincode = chaincode;
        this.clock = clock;
    }

    /** The transaction to order; empty when the ledger already has this version. */
    Optional<ByteString> transaction() {
        var state = ledger.state();
        Optional<ChaincodeDefinition> committed = Lifecycle.find(chaincode.name(), state::get);
        if (committed.filter(one -> one.version().equals(chaincode.version())).isPresent()) {
            return Optional.empty();
        }
        long sequence = committed.map(ChaincodeDefinition::sequence).orElse(0L) + 1;
        return Optional.of(endorsed(new ChaincodeDefinition(
                chaincode.name(), sequence, chaincode.version(), Lifecycle.channelEndorsementPolicy())));
    }

    private ByteString endorsed(ChaincodeDefinition definition) {
        SigningIdentity creator = endorsers.get(0).signer();
        CheckedProposal proposal = proposal(definition, creator);
        List<Endorsement> endorsements = new ArrayList<>();
        ByteString payload = ByteString.EMPTY;
        for (Endorser endorser : endorsers) {
            ProposalResponse response = endorser.endorseDefinition(
                    proposal, (simulation, from) -> Lifecycle.define(definition, simulation));
            payload = response.getPayload();
            endorsements.add(response.getEndorsement());
        }
        Envelope envelope = Transactions.prepare(proposal, payload, endorsements);
        return envelope.toBuilder()
                .setSignature(creator.sign(envelope.getPayload()))
                .build()
                .toByteString();
    }

    private CheckedProposal proposal(ChaincodeDefinition definition, SigningIdentity creator) {
        ChannelConfig config = ledger.config();
        byte[] nonce = new byte[24];
        new SecureRandom().nextBytes(nonce);
        SignatureHeader signature = SignatureHeader.newBuilder()
                .setCreator(creator.serialized())
                .setNonce(ByteString.copyFrom(nonce))
                .build();
        String id = Hashes.hex(Hashes.sha256(signature.getNonce(), signature.getCreator()));
        Instant now = clock.instant();
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader(config.channel(), id, now).toByteString())
                .setSignatureHeader(signature.toByteString())
                .build();
        List<ByteString> arguments =
                List.of(ByteString.copyFromUtf8(FUNCTION), arguments(definition).toByteString());
        ChaincodeProposalPayload payload = payload(arguments);
        return new CheckedProposal(
                SignedProposal.getDefaultInstance(),
                header,
                payload,
                config.channel(),
                Lifecycle.NAMESPACE,
                id,
                signature.getNonce(),
                0,
                now,
                config.msps()
                        .find(creator.serialized())
                        .orElseThrow(() -> new IllegalStateException("Peers are checked before definitions.")),
                arguments,
                Map.of(),
                Hashes.sha256(header.getChannelHeader(), header.getSignatureHeader(), payload.toByteString()));
    }

    private static ChannelHeader channelHeader(String channel, String id, Instant now) {
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setChannelId(channel)
                .setTxId(id)
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(lifecycle())
                        .build()
                        .toByteString())
                .build();
    }

    private static ChaincodeID.Builder lifecycle() {
        return ChaincodeID.newBuilder().setName(Lifecycle.NAMESPACE);
    }

    private static CommitChaincodeDefinitionArgs arguments(ChaincodeDefinition definition) {
        return CommitChaincodeDefinitionArgs.newBuilder()
                .setSequence(definition.sequence())
                .setName(definition.name())
                .setVersion(definition.version())
                .setEndorsementPlugin("escc")
                .setValidationPlugin("vscc")
                .setValidationParameter(definition.endorsementPolicy())
                .build();
    }

    private static ChaincodeProposalPayload payload(List<ByteString> arguments) {
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setType(ChaincodeSpec.Type.GOLANG)
                        .setChaincodeId(lifecycle())
                        .setInput(ChaincodeInput.newBuilder().addAllArgs(arguments)))
                .build();
        return ChaincodeProposalPayload.newBuilder()
                .setInput(spec.toByteString())
                .build();
    }
}
