// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

/** The peer did not answer, or not in time: whether it did what it was asked to is not known. */
public final class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
