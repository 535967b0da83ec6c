// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tls;

/** The service at an address is not the one that is expected there. */
public final class CallerMismatchException extends Exception {

    CallerMismatchException(Caller expected) {
        super("The certificate at the configured address is not that of the " + expected.unit() + " of "
                + expected.authority() + ". Check the address and the other side's certificate.");
    }
}
