// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.options;

/** The service cannot start with these settings. The message says which and how to mend it, never a secret's value. */
public final class OptionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OptionsException(String message) {
        super(message);
    }
}
