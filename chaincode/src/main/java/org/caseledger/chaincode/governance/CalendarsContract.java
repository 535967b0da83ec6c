// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import org.caseledger.chaincode.invocation.Operation;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;

/** The calendars of the ledger: proposed, approved by a majority of the participants, immutable. */
@Contract(name = "calendars")
public final class CalendarsContract implements ContractInterface {

    private static final Catalogue CATALOGUE = new Catalogue("calendar", "calendars", Rulebook::checkCalendar);

    /** {@code {content}} to {@code {id, hash}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String propose(Context context, String argument) {
        return Operation.run(context, argument, CATALOGUE::propose);
    }

    /** {@code {id, hash}} to {@code {active}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String approve(Context context, String argument) {
        return Operation.run(context, argument, CATALOGUE::approve);
    }

    /** {@code {id}} to the calendar with its approvals. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context, String argument) {
        return Operation.run(context, argument, CATALOGUE::read);
    }

    /** {@code {}} to a list of {@code {id, hash, active}}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String list(Context context, String argument) {
        return Operation.run(context, argument, CATALOGUE::list);
    }
}
