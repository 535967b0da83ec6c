// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

/** The other authority's service did not take what was sent. */
final class NotTakenException extends Exception {

    NotTakenException(int status, String code) {
        super("answered " + status + " " + code);
    }
}
