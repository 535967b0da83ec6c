// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.tokens;

/** The roles that a token can carry, as the gateway's interface names them. */
public enum DemoRole {
    CASEWORKER("caseworker"),
    SUPERVISOR("supervisor"),
    AUDITOR("auditor"),
    DATA_PROTECTION_DESK("data-protection-desk"),
    DATA_PROTECTION_OFFICER("data-protection-officer"),
    OPERATOR("operator");

    private final String claim;

    DemoRole(String claim) {
        this.claim = claim;
    }

    public String claim() {
        return claim;
    }
}
