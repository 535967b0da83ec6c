// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

/** Pages or root key cannot be read or written; the message says what to do and names no entry. */
public final class TreeException extends Exception {

    public TreeException(String message) {
        super(message);
    }

    public TreeException(String message, Throwable cause) {
        super(message, cause);
    }
}
