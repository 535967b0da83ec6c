// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

/** A policy that cannot be read, or that uses what these rules do not know. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyException(String message) {
        super(message);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
