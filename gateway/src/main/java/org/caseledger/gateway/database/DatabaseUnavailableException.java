// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.database;

/** The database did not answer; it is not known whether a write was done. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(Throwable cause) {
        super("The database did not answer", cause);
    }
}
