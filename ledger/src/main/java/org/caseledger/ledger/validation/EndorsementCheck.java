// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.caseledger.ledger.block.ParsedNamespace;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.lifecycle.Lifecycle;
import org.caseledger.ledger.policy.Policy;
import org.caseledger.ledger.policy.SignedPart;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Whether enough of the right endorsers signed what a transaction writes, by the committed definitions. */
final class EndorsementCheck {
    private final ChannelConfig config;
    private final Function<StateKey, Optional<StateValue>> state;
    private final Map<String, Optional<Policy>> policies = new ConcurrentHashMap<>();

    /** Checks against one state; the definitions found are remembered, so use a new one for each block. */
    EndorsementCheck(ChannelConfig config, Function<StateKey, Optional<StateValue>> state) {
        this.config = config;
        this.state = state;
    }

    TxValidationCode check(ParsedTransaction transaction) {
        List<Identity> signers = signers(transaction);
        for (String namespace : judged(transaction)) {
            Optional<Policy> policy = policies.computeIfAbsent(namespace, this::policy);
            if (policy.isEmpty()) {
                return TxValidationCode.INVALID_CHAINCODE;
            }
            if (!policy.get().satisfied(signers)) {
                return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
            }
        }
        return TxValidationCode.VALID;
    }

    private List<Identity> signers(ParsedTransaction transaction) {
        var action = transaction.action().getAction();
        ByteString payload = action.getProposalResponsePayload();
        List<SignedPart> parts = action.getEndorsementsList().stream()
                .map(endorsement -> new SignedPart(
                        endorsement.getEndorser(),
                        endorsement.getSignature(),
                        List.of(payload, endorsement.getEndorser())))
                .toList();
        return SignedPart.signers(parts, config.msps());
    }

    private static Iterable<String> judged(ParsedTransaction transaction) {
        TreeSet<String> namespaces = new TreeSet<>();
        namespaces.add(transaction.result().getChaincodeId().getName());
        transaction.namespaces().stream()
                .filter(ParsedNamespace::writes)
                .map(ParsedNamespace::name)
                .forEach(namespaces::add);
        return namespaces;
    }

    private Optional<Policy> policy(String namespace) {
        if (namespace.equals(Lifecycle.NAMESPACE)) {
            return Optional.of(config.policy(PolicyPaths.LIFECYCLE_ENDORSEMENT));
        }
        return Lifecycle.find(namespace, state).map(definition -> Lifecycle.endorsementPolicy(definition, config));
    }
}
