// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.JsonNode;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Participants;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.procedure.record.Entry;

/** Binds an authority to a role in a case. */
public final class Parties {

    private final Docket docket;
    private final Rulebook rulebook;

    public Parties(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {case, command, role, authority}} to {@code {}}. Who joins late gets its limits from the same anchors. */
    public JsonNode add(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField(), "command", "role", "authority")
                .caseId(docket.idField());
        var party = new Entry.Party(argument.command(), argument.code("role"), argument.authority());
        var hand = CaseInHand.take(docket, rulebook, invocation, id);
        hand.requireOpener();
        var roles = hand.header().roles();
        if (roles.holds(party.authority(), party.role())) {
            throw new RefusedException(Refusal.PARTY_ALREADY_BOUND);
        }
        var more = roles.with(party.role(), party.authority());
        RoleRules.requireValid(more, hand.rules(), Participants.requireActive(invocation));
        var state = hand.rules().engine().replay(CaseInHand.steps(hand.entries()), more);
        hand.append(party, state, more, false);
        return Operation.nothing();
    }
}
