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

/** Carries a case over to a later version of its definition; the whole case is replayed under it. */
public final class Adopting {

    private final Docket docket;
    private final Rulebook rulebook;

    public Adopting(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {case, command, definition}} to {@code {}}. */
    public JsonNode adopt(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField(), "command", "definition").caseId(docket.idField());
        var command = argument.command();
        var definitionId = argument.versionedId("definition");
        var hand = CaseInHand.take(docket, rulebook, invocation, id);
        hand.requireOpener();
        requireSuccessor(hand.header().definition().id(), definitionId);
        var rules = rulebook.active(invocation, definitionId);
        var pin = rules.definition().pin();
        var state = rules.engine()
                .replay(CaseInHand.steps(hand.entries()), hand.header().roles());
        var adoption = new Entry.Adoption(command, pin.id(), pin.hash());
        hand.append(adoption, state, hand.header().roles(), false, pin, rules.calendarPins());
        return Operation.nothing();
    }

    private static void requireSuccessor(String current, String adopted) {
        var now = current.split("@", 2);
        var then = adopted.split("@", 2);
        if (!now[0].equals(then[0]) || Integer.parseInt(then[1]) <= Integer.parseInt(now[1])) {
            throw new RefusedException(Refusal.NOT_A_SUCCESSOR);
        }
    }
}
