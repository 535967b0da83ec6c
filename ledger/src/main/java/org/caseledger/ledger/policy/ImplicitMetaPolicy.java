// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import java.util.List;
import org.caseledger.ledger.identity.Identity;

/**
 * A rule over the policies of the same name one level below.
 *
 * @param threshold how many of them must be satisfied
 * @param below those policies, one a group; a group without it counts as one that rejects
 */
public record ImplicitMetaPolicy(int threshold, List<Policy> below) implements Policy {

    /** ANY, ALL or MAJORITY over the groups' policies; without groups it is always satisfied. */
    public static ImplicitMetaPolicy of(
            org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule rule, List<Policy> below) {
        int threshold =
                switch (rule) {
                    case ANY -> Math.min(1, below.size());
                    case ALL -> below.size();
                    case MAJORITY -> below.isEmpty() ? 0 : below.size() / 2 + 1;
                    case UNRECOGNIZED -> throw new PolicyException("The rule of an implicit policy is unknown.");
                };
        return new ImplicitMetaPolicy(threshold, List.copyOf(below));
    }

    @Override
    public boolean satisfied(List<Identity> signers) {
        int missing = threshold;
        for (Policy policy : below) {
            if (missing > 0 && policy.satisfied(signers)) {
                missing--;
            }
        }
        return missing <= 0;
    }
}
