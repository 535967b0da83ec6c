// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

/** An audit that cannot begin: the message is one sentence that says what to mend. What is wrong with a ledger is a finding. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuditException(String message) {
        super(message);
    }

    AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
