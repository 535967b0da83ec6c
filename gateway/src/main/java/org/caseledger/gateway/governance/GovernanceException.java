// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.governance;

/** A proposal or approval did not come about. The message says why and what to do. */
public final class GovernanceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    GovernanceException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Code of the contract's refusal, or {@code LEDGER_UNAVAILABLE}. */
    public String code() {
        return code;
    }
}
