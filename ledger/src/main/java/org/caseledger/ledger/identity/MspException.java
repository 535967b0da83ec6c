// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

/** An MSP configuration that cannot be used; the message says why. */
public final class MspException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MspException(String message) {
        super(message);
    }

    MspException(String message, Throwable cause) {
        super(message, cause);
    }
}
