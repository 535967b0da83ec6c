// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;

/**
 * A timeline and what the law says of it on certain days; the form is told in {@code scenarios/README.md}.
 *
 * @param definition id of the definition
 * @param rows the rows of the law tables that it holds
 * @param steps in order of arrival
 * @param refused the numbers of the steps that are refused and never recorded
 * @param expected one object a day
 */
public record Scenario(
        String name,
        String definition,
        List<String> rows,
        Roles roles,
        List<RecordedStep> steps,
        Set<Integer> refused,
        List<JsonNode> expected) {

    /** What differs from what is expected under a definition; empty if nothing does. */
    public List<String> differences(Definition played, List<Calendar> calendars) {
        var engine = Engine.of(played, calendars);
        var differences = new ArrayList<String>();
        var recorded = record(engine, differences);
        for (var expectation : expected) {
            differences.addAll(Expectation.differences(expectation, evaluate(engine, recorded, expectation)));
        }
        return differences;
    }

    /** Whether anything differs: stops at the first difference. */
    public boolean differs(Engine engine) {
        var differences = new ArrayList<String>();
        var recorded = record(engine, differences);
        return !differences.isEmpty()
                || expected.stream().anyMatch(expectation -> !Expectation.differences(
                                expectation, evaluate(engine, recorded, expectation))
                        .isEmpty());
    }

    private Evaluation evaluate(Engine engine, List<RecordedStep> recorded, JsonNode expectation) {
        return engine.evaluate(
                recorded,
                roles,
                ScenarioReader.day(expectation, "as-of"),
                expectation.has("known-at") ? ScenarioReader.day(expectation, "known-at") : null);
    }

    private List<RecordedStep> record(Engine engine, List<String> differences) {
        var recorded = new ArrayList<RecordedStep>();
        var state = engine.initial();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var outcome = engine.apply(state, roles, step);
            if (outcome instanceof Outcome.OutOfOrder) {
                outcome = engine.admit(recorded, roles, step);
            }
            if (outcome instanceof Outcome.Stands stands) {
                state = stands.next();
                recorded.add(step);
            }
            if (outcome instanceof Outcome.Refused refusal && !refused.contains(i)) {
                differences.add("step " + (i + 1) + " (" + step.record().step() + " of "
                        + step.record().occurredOn() + ") is refused: " + refusal);
            } else if (!(outcome instanceof Outcome.Refused) && refused.contains(i)) {
                differences.add("step " + (i + 1) + " (" + step.record().step() + ") is not refused");
            }
        }
        return recorded;
    }
}
