// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.procedure.engine.CaseState;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** Adds steps to cases. A step in order costs the same however long its case is; a late one replays the case. */
public final class Recording {

    private static final int MOST_STEPS = 100;

    private final Docket docket;
    private final Rulebook rulebook;

    public Recording(Docket docket, Rulebook rulebook) {
        this.docket = docket;
        this.rulebook = rulebook;
    }

    /** {@code {steps: [{case, step}]}} to {@code {}}; all or none are recorded. */
    public JsonNode record(Invocation invocation, Argument argument) {
        var items = argument.versioned("steps").objects("steps", MOST_STEPS, docket.idField(), "step");
        var seen = new HashSet<CaseId>();
        for (var index = 0; index < items.size(); index++) {
            try {
                var id = items.get(index).caseId(docket.idField());
                if (!seen.add(id)) {
                    throw new RefusedException(Refusal.CASE_TWICE);
                }
                var step = RecordCodec.readStep(items.get(index).value("step"));
                recordOne(invocation, id, StepRules.requireNoCorrection(step));
            } catch (RefusedException refused) {
                throw refused.at(index);
            }
        }
        return Operation.nothing();
    }

    private void recordOne(Invocation invocation, CaseId id, StepRecord step) {
        var hand = CaseInHand.take(docket, rulebook, invocation, id);
        hand.requireRecordable(step);
        var recorded = new RecordedStep(step, hand.signer().authority(), invocation.at());
        hand.append(new Entry.Step(step), next(hand, recorded));
    }

    private static CaseState next(CaseInHand hand, RecordedStep recorded) {
        var engine = hand.rules().engine();
        var roles = hand.header().roles();
        var outcome = engine.apply(hand.state(), roles, recorded);
        if (outcome instanceof Outcome.OutOfOrder) {
            outcome = engine.admit(CaseInHand.steps(hand.entries()), roles, recorded);
        }
        return StepRules.requireStands(outcome);
    }
}
