// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.identity.MspManager;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** A tree of "n out of these" over principals. A signer counts for one leaf only, in the order of the tree. */
public final class SignaturePolicy implements Policy {
    private final Rule rule;

    private SignaturePolicy(Rule rule) {
        this.rule = rule;
    }

    private sealed interface Rule {
        boolean satisfied(List<Identity> signers, boolean[] used);
    }

    private record SignedBy(Principal principal) implements Rule {
        @Override
        public boolean satisfied(List<Identity> signers, boolean[] used) {
            for (int i = 0; i < used.length; i++) {
                if (!used[i] && principal.matches(signers.get(i))) {
                    used[i] = true;
                    return true;
                }
            }
            return false;
        }
    }

    private record OutOf(int needed, List<Rule> rules) implements Rule {
        @Override
        public boolean satisfied(List<Identity> signers, boolean[] used) {
            int satisfied = 0;
            for (Rule rule : rules) {
                boolean[] attempt = Arrays.copyOf(used, used.length);
                if (rule.satisfied(signers, attempt)) {
                    satisfied++;
                    System.arraycopy(attempt, 0, used, 0, used.length);
                }
            }
            return satisfied >= needed;
        }
    }

    /**
     * Reads a policy.
     *
     * @throws PolicyException when it cannot be read or names an unknown principal
     */
    public static SignaturePolicy parse(ByteString envelope, MspManager msps) {
        try {
            return of(SignaturePolicyEnvelope.parseFrom(envelope), msps);
        } catch (InvalidProtocolBufferException e) {
            throw new PolicyException("A signature policy cannot be read.", e);
        }
    }

    /**
     * Compiles a policy.
     *
     * @throws PolicyException when it names an unknown principal
     */
    public static SignaturePolicy of(SignaturePolicyEnvelope envelope, MspManager msps) {
        if (envelope.getVersion() != 0) {
            throw new PolicyException("A signature policy of version " + envelope.getVersion() + " is unknown.");
        }
        List<Principal> principals = envelope.getIdentitiesList().stream()
                .map(principal -> Principal.parse(principal, msps))
                .toList();
        return new SignaturePolicy(compile(envelope.getRule(), principals));
    }

    private static Rule compile(org.hyperledger.fabric.protos.common.SignaturePolicy rule, List<Principal> principals) {
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> signedBy(rule.getSignedBy(), principals);
            case N_OUT_OF ->
                new OutOf(
                        rule.getNOutOf().getN(),
                        rule.getNOutOf().getRulesList().stream()
                                .map(below -> compile(below, principals))
                                .toList());
            case TYPE_NOT_SET -> throw new PolicyException("A signature policy has an empty rule.");
        };
    }

    private static Rule signedBy(int index, List<Principal> principals) {
        if (index < 0 || index >= principals.size()) {
            throw new PolicyException("A signature policy names a principal that it does not list.");
        }
        return new SignedBy(principals.get(index));
    }

    @Override
    public boolean satisfied(List<Identity> signers) {
        return rule.satisfied(signers, new boolean[signers.size()]);
    }
}
