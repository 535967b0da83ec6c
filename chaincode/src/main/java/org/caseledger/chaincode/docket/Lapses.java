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

/** Writes down that a limit has passed: evidence, never input to a replay. */
public final class Lapses {

    private final Docket docket;
    private final Rulebook rulebook;

    public Lapses(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {case, command, limit, round, end}} to {@code {}}. */
    public JsonNode lapse(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField(), "command", "limit", "round", "end")
                .caseId(docket.idField());
        var lapse = new Entry.Lapse(argument.command(), argument.code("limit"), argument.round(), argument.date("end"));
        var hand = CaseInHand.take(docket, rulebook, invocation, id);
        hand.requireParty();
        var today = hand.rules().dateIn(hand.signer(), invocation.at());
        var roles = hand.header().roles();
        if (!hand.rules().engine().lapsed(hand.state(), roles, lapse.limit(), lapse.round(), lapse.end(), today)) {
            throw new RefusedException(Refusal.LIMIT_NOT_LAPSED);
        }
        hand.append(lapse, hand.state());
        return Operation.nothing();
    }
}
