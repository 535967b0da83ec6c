// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.JsonNode;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Member;
import org.caseledger.chaincode.governance.Participants;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.governance.Rules;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.procedure.engine.CaseState;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** Begins a case with its first step. */
public final class Opening {

    private final Docket docket;
    private final Rulebook rulebook;

    public Opening(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {case, definition, roles, step}} to {@code {}}. */
    public JsonNode open(Invocation invocation, Argument argument) {
        argument.versioned(docket.idField(), "definition", "roles", "step");
        var id = argument.caseId(docket.idField());
        var definitionId = argument.versionedId("definition");
        var roles = RecordCodec.readRoles(argument.value("roles"));
        var step = StepRules.requireNoCorrection(RecordCodec.readStep(argument.value("step")));

        var participants = Participants.requireActive(invocation);
        var signer = participants.require(invocation.signer());
        var store = new CaseStore(docket, invocation);
        store.requireNew(id);
        var rules = rulebook.active(invocation, definitionId);
        RoleRules.requireValid(roles, rules, participants);
        requireOpener(roles, rules, signer, step);
        StepRules.requireNoReference(step);
        StepRules.requireRecordable(step, roles, signer, rules, invocation.at());
        var state = firstState(rules, roles, new RecordedStep(step, signer.authority(), invocation.at()));
        store.append(header(id, rules, signer, roles, step, state), null, signer.authority(), new Entry.Step(step));
        return Operation.nothing();
    }

    private static CaseState firstState(Rules rules, Roles roles, RecordedStep first) {
        Outcome outcome = rules.engine().apply(rules.engine().initial(), roles, first);
        return StepRules.requireStands(outcome);
    }

    private static void requireOpener(Roles roles, Rules rules, Member signer, StepRecord step) {
        var opening = rules.definition().openingRole();
        if (!step.role().equals(opening) || !roles.holds(signer.authority(), opening)) {
            throw new RefusedException(Refusal.NOT_THE_OPENER);
        }
    }

    private static CaseHeader header(
            CaseId id, Rules rules, Member signer, Roles roles, StepRecord step, CaseState state) {
        return new CaseHeader(
                id,
                rules.definition().pin(),
                rules.calendarPins(),
                signer.authority(),
                roles,
                1,
                step.command(),
                false,
                state.toJson());
    }
}
