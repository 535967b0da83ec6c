// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.lifecycle.Lifecycle;
import org.caseledger.ledger.policy.Policy;
import org.caseledger.ledger.policy.RejectPolicy;
import org.caseledger.ledger.state.WorldState;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/** Asks one endorser after the other until the chaincode's policy is satisfied by equal results. */
final class Endorsing {
    private static final int ERROR_FROM = 400;
    private static final int SERVER_ERROR = 500;

    private final ChannelConfig config;
    private final WorldState state;
    private final Peers peers;

    Endorsing(ChannelConfig config, WorldState state, Peers peers) {
        this.config = config;
        this.state = state;
        this.peers = peers;
    }

    /**
     * The transaction, ready to be signed.
     *
     * @param first the authority whose gateway was asked
     * @param wanted the only authorities to ask; empty leaves the choice here
     */
    Envelope endorse(CheckedProposal proposal, String first, List<String> wanted) {
        Policy policy = policy(proposal.chaincode());
        Collected collected = new Collected(policy, wanted.isEmpty());
        for (Endorser endorser : peers.toAsk(first, wanted)) {
            if (!collected.satisfied()) {
                collected.add(endorser, endorser.process(proposal));
            }
        }
        return collected.transaction(proposal);
    }

    private Policy policy(String chaincode) {
        return Lifecycle.find(chaincode, state::get)
                .map(definition -> Lifecycle.endorsementPolicy(definition, config))
                .orElse(RejectPolicy.REJECT);
    }

    private final class Collected {
        private final Policy policy;
        private final boolean ownChoice;
        private final List<Endorsement> endorsements = new ArrayList<>();
        private final List<Identity> signers = new ArrayList<>();
        private final List<ErrorDetail> errors = new ArrayList<>();
        private ByteString payload = ByteString.EMPTY;
        private boolean firstFailed;

        Collected(Policy policy, boolean ownChoice) {
            this.policy = policy;
            this.ownChoice = ownChoice;
        }

        boolean satisfied() {
            return firstFailed || (ownChoice && policy.satisfied(signers));
        }

        void add(Endorser endorser, ProposalResponse response) {
            Optional<String> problem = problem(response);
            if (problem.isPresent()) {
                errors.add(peers.errorDetail(endorser.mspId(), problem.get()));
                firstFailed = ownChoice && endorsements.isEmpty();
            } else if (!payload.isEmpty() && !payload.equals(response.getPayload())) {
                errors.add(peers.errorDetail(endorser.mspId(), "ProposalResponsePayloads do not match"));
            } else {
                payload = response.getPayload();
                endorsements.add(response.getEndorsement());
                config.msps().find(endorser.signer().serialized()).ifPresent(signers::add);
            }
        }

        Envelope transaction(CheckedProposal proposal) {
            if (firstFailed) {
                throw Failures.of(
                        Code.ABORTED, "failed to endorse transaction, see attached details for more info", errors);
            }
            boolean enough = ownChoice ? policy.satisfied(signers) : errors.isEmpty() && !endorsements.isEmpty();
            if (!enough) {
                throw Failures.of(
                        Code.ABORTED,
                        "failed to collect enough transaction endorsements, see attached details for more info",
                        errors);
            }
            return Transactions.prepare(proposal, payload, endorsements);
        }
    }

    /** What a peer's answer means when it is no success: as Fabric words it. */
    static Optional<String> problem(ProposalResponse response) {
        var answer = response.getResponse();
        if (answer.getStatus() >= 200 && answer.getStatus() < ERROR_FROM) {
            return Optional.empty();
        }
        boolean fromPeer = response.getPayload().isEmpty() && answer.getStatus() == SERVER_ERROR;
        return Optional.of(
                fromPeer
                        ? answer.getMessage()
                        : "chaincode response " + answer.getStatus() + ", " + answer.getMessage());
    }
}
