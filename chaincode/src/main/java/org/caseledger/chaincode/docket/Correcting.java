// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.RecordedStep;

/** Supersedes a record that was wrong. Both stay on the ledger; the case is replayed with the new one. */
public final class Correcting {

    private final Docket docket;
    private final Rulebook rulebook;

    public Correcting(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {case, step}} to {@code {}}. */
    public JsonNode correct(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField(), "step").caseId(docket.idField());
        var step = RecordCodec.readStep(argument.value("step"));
        var superseded = step.supersedes();
        if (superseded == null) {
            throw new MalformedRecordException("supersedes", "is missing");
        }
        var hand = CaseInHand.take(docket, rulebook, invocation, id);
        hand.requireRecordable(step);
        var steps = CaseInHand.steps(hand.entries());
        requireCorrectable(superseded, hand.signer().authority(), steps);
        var recorded = new RecordedStep(step, hand.signer().authority(), invocation.at());
        var outcome = hand.rules().engine().admit(steps, hand.header().roles(), recorded);
        hand.append(new Entry.Step(step), StepRules.requireStands(outcome));
        return Operation.nothing();
    }

    private static void requireCorrectable(CommandId superseded, String authority, List<RecordedStep> steps) {
        var wrong = steps.stream()
                .filter(step -> step.record().command().equals(superseded))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.REFERENCE_UNKNOWN));
        if (!wrong.authority().equals(authority)) {
            throw new RefusedException(Refusal.NOT_YOUR_ENTRY);
        }
        if (steps.stream().anyMatch(step -> superseded.equals(step.record().supersedes()))) {
            throw new RefusedException(Refusal.ALREADY_SUPERSEDED);
        }
    }
}
