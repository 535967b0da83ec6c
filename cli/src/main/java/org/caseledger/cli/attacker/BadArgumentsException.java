// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

/** The command line cannot be used; the message says which argument and why. */
final class BadArgumentsException extends Exception {

    BadArgumentsException(String message) {
        super(message);
    }
}
