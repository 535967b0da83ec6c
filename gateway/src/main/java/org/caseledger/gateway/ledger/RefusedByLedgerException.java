// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

/** The contract refused a query or a transaction. */
public final class RefusedByLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LedgerRefusal refusal;

    public RefusedByLedgerException(LedgerRefusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public LedgerRefusal refusal() {
        return refusal;
    }
}
