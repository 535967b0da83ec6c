// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.requests;

import org.caseledger.chaincode.docket.Docket;
import org.caseledger.chaincode.docket.Opening;
import org.caseledger.chaincode.docket.Parties;
import org.caseledger.chaincode.docket.Reading;
import org.caseledger.chaincode.docket.Recording;
import org.caseledger.chaincode.docket.Sealing;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.invocation.Operation;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;

/** Data protection requests: the functions under {@code requests:}. */
@Contract(name = "requests")
public final class RequestsContract implements ContractInterface {

    private final Rulebook rulebook;

    /** For a router that makes the contract itself. */
    public RequestsContract() {
        this(new Rulebook());
    }

    public RequestsContract(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** {@code {request, definition, roles, step}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String open(Context context, String argument) {
        return Operation.run(context, argument, new Opening(Docket.REQUESTS, rulebook)::open);
    }

    /** {@code {steps: [{request, step}]}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String record(Context context, String argument) {
        return Operation.run(context, argument, new Recording(Docket.REQUESTS, rulebook)::record);
    }

    /** {@code {request, command, role, authority}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String addParty(Context context, String argument) {
        return Operation.run(context, argument, new Parties(Docket.REQUESTS, rulebook)::add);
    }

    /** {@code {request, command}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String seal(Context context, String argument) {
        return Operation.run(context, argument, new Sealing(Docket.REQUESTS, rulebook)::seal);
    }

    /** {@code {request}} to the header. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context, String argument) {
        return Operation.run(context, argument, new Reading(Docket.REQUESTS)::read);
    }

    /** {@code {request}} to {@code {header, entries}}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String history(Context context, String argument) {
        return Operation.run(context, argument, new Reading(Docket.REQUESTS)::history);
    }
}
