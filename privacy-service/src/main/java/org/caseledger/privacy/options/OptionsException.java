// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.options;

/** The configuration cannot be used; the message is a sentence that says which key and what to do. */
public final class OptionsException extends Exception {

    public OptionsException(String message) {
        super(message);
    }
}
