// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.JsonNode;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.procedure.record.Entry;

/** Closes a case to every further entry, once its procedure is over. */
public final class Sealing {

    private final Docket docket;
    private final Rulebook rulebook;

    public Sealing(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {case, command}} to {@code {}}. */
    public JsonNode seal(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField(), "command").caseId(docket.idField());
        var seal = new Entry.Seal(argument.command());
        var hand = CaseInHand.take(docket, rulebook, invocation, id);
        hand.requireOpener();
        var today = hand.rules().dateIn(hand.signer(), invocation.at());
        var outlook = hand.rules().engine().outlook(hand.state(), hand.header().roles(), today);
        if (outlook.ended() == null) {
            throw new RefusedException(Refusal.CASE_NOT_ENDED);
        }
        hand.append(seal, hand.state(), hand.header().roles(), true);
        return Operation.nothing();
    }
}
