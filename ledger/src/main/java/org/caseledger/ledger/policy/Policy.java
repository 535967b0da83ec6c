// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import java.util.List;
import org.caseledger.ledger.identity.Identity;

/** A rule over who signed. */
public sealed interface Policy permits SignaturePolicy, ImplicitMetaPolicy, RejectPolicy {

    /** Whether these signers, each with a signature that was verified, satisfy the rule. */
    boolean satisfied(List<Identity> signers);
}
