// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

/** The ledger cannot start or go on. The message is one sentence and says what to do. */
public final class EmbeddedLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What went wrong, for programs. */
    public enum Reason {
        PORT_IN_USE,
        DAMAGED_BLOCK_FILE,
        OTHER_NETWORK,
        FOREIGN_CERTIFICATE,
        STORAGE,
        CONFIGURATION
    }

    EmbeddedLedgerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    EmbeddedLedgerException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns what went wrong, for programs. */
    public Reason reason() {
        return reason;
    }
}
