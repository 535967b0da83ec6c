// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Participants;
import org.caseledger.chaincode.governance.Rules;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Roles;

/** Who may hold which role. */
final class RoleRules {

    private RoleRules() {}

    /** Requires roles of the definition, held by participants, by no more of them than the definition lets. */
    static void requireValid(Roles roles, Rules rules, Participants participants) {
        roles.members().forEach((role, holders) -> {
            if (holders.isEmpty()) {
                throw new MalformedRecordException("roles", "has a role without a holder");
            }
            requireBindable(role, holders, rules);
            holders.forEach(participants::require);
        });
    }

    private static void requireBindable(String role, List<String> holders, Rules rules) {
        var severalMayHoldIt = rules.definition().roles().get(role);
        if (severalMayHoldIt == null) {
            throw new RefusedException(Refusal.ROLE_UNKNOWN);
        }
        if (holders.size() > 1 && !severalMayHoldIt) {
            throw new RefusedException(Refusal.ROLE_TAKEN);
        }
    }
}
