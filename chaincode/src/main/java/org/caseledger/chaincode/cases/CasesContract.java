// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.cases;

import org.caseledger.chaincode.docket.Adopting;
import org.caseledger.chaincode.docket.Correcting;
import org.caseledger.chaincode.docket.Docket;
import org.caseledger.chaincode.docket.Lapses;
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

/** Cases of persons: the functions under {@code cases:}. */
@Contract(name = "cases")
public final class CasesContract implements ContractInterface {

    private final Rulebook rulebook;

    /** For a router that makes the contract itself. */
    public CasesContract() {
        this(new Rulebook());
    }

    public CasesContract(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** {@code {case, definition, roles, step}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String open(Context context, String argument) {
        return Operation.run(context, argument, new Opening(Docket.CASES, rulebook)::open);
    }

    /** {@code {steps: [{case, step}]}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String record(Context context, String argument) {
        return Operation.run(context, argument, new Recording(Docket.CASES, rulebook)::record);
    }

    /** {@code {case, step}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String correct(Context context, String argument) {
        return Operation.run(context, argument, new Correcting(Docket.CASES, rulebook)::correct);
    }

    /** {@code {case, command, role, authority}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String addParty(Context context, String argument) {
        return Operation.run(context, argument, new Parties(Docket.CASES, rulebook)::add);
    }

    /** {@code {case, command, limit, round, end}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String lapse(Context context, String argument) {
        return Operation.run(context, argument, new Lapses(Docket.CASES, rulebook)::lapse);
    }

    /** {@code {case, command, definition}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String adopt(Context context, String argument) {
        return Operation.run(context, argument, new Adopting(Docket.CASES, rulebook)::adopt);
    }

    /** {@code {case, command}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String seal(Context context, String argument) {
        return Operation.run(context, argument, new Sealing(Docket.CASES, rulebook)::seal);
    }

    /** {@code {case}} to the header. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context, String argument) {
        return Operation.run(context, argument, new Reading(Docket.CASES)::read);
    }

    /** {@code {case}} to {@code {header, entries}}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String history(Context context, String argument) {
        return Operation.run(context, argument, new Reading(Docket.CASES)::history);
    }
}
