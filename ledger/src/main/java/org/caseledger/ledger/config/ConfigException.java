// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

/** A channel configuration that cannot be used; the message says what in it and why. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
