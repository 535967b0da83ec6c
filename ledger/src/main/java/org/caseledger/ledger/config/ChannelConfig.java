// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

import java.util.List;
import java.util.Map;
import org.caseledger.ledger.identity.MspManager;
import org.caseledger.ledger.policy.Policy;
import org.caseledger.ledger.policy.RejectPolicy;

/**
 * What a configuration block says, compiled.
 *
 * @param channel the channel's name
 * @param sequence how often it was changed
 * @param msps every organisation's identities
 * @param policies by absolute path, e.g. {@code /Channel/Application/Endorsement}
 * @param applicationMembers MSP ids of the authorities, sorted
 * @param endorsers those of them whose own endorsement policy names anybody, sorted
 * @param accessRules resource (e.g. {@code peer/Propose}) to the path of its policy
 */
public record ChannelConfig(
        String channel,
        long sequence,
        MspManager msps,
        Map<String, Policy> policies,
        List<String> applicationMembers,
        List<String> endorsers,
        Map<String, String> accessRules,
        OrdererSettings orderer) {

    /** The policy at a path; one that nobody satisfies when there is none. */
    public Policy policy(String path) {
        return policies.getOrDefault(path, RejectPolicy.REJECT);
    }

    /** The policy that an access rule names for a resource, or the one at the fallback path. */
    public Policy access(String resource, String fallback) {
        return policy(accessRules.getOrDefault(resource, fallback));
    }
}
