// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import java.util.List;
import org.caseledger.ledger.identity.Identity;

/** Stands where a policy is named and missing: nobody satisfies it. */
public enum RejectPolicy implements Policy {
    /** The only one. */
    REJECT;

    @Override
    public boolean satisfied(List<Identity> signers) {
        return false;
    }
}
