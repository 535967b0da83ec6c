// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import org.hyperledger.fabric.shim.ChaincodeException;

/**
 * A transaction that the contract refuses. The message is {@code REFUSED <CODE> <json>}, because the message alone
 * reaches a Fabric client.
 */
public final class RefusedException extends ChaincodeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    private final RefusalDetails details;

    public RefusedException(Refusal refusal) {
        this(refusal, RefusalDetails.NONE);
    }

    public RefusedException(Refusal refusal, RefusalDetails details) {
        super(message(refusal, details));
        this.refusal = refusal;
        this.details = details;
    }

    /** What reaches the client. */
    String message() {
        return message(refusal, details);
    }

    /** The stable code. */
    public Refusal refusal() {
        return refusal;
    }

    /** The same refusal of one item in a list. */
    public RefusedException at(int item) {
        return new RefusedException(refusal, details.at(item));
    }

    private static String message(Refusal refusal, RefusalDetails details) {
        return "REFUSED " + refusal.name() + " " + details.toJson();
    }
}
