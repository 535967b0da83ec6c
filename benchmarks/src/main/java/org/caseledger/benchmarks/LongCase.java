// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.engine.CaseState;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** A take back case of any length: request, acceptance, decision, then remedies without suspensive effect and rulings. */
final class LongCase {

    static final LocalDate AS_OF = LocalDate.of(2015, 8, 1);
    static final Roles ROLES = Roles.of(Map.of("requesting", List.of("AT-DUBLIN"), "requested", List.of("BG-DUBLIN")));

    private final Engine engine;
    private final List<RecordedStep> steps = new ArrayList<>();

    LongCase(int length) {
        var library = Library.shipped();
        var definition = library.definitions().stream()
                .filter(each -> each.pin().id().equals("dublin3-take-back@1"))
                .findFirst()
                .orElseThrow();
        engine = Engine.of(definition, library.calendars());
        add("lodged", "requesting", LocalDate.of(2015, 3, 7), Map.of());
        add("request", "requesting", LocalDate.of(2015, 3, 9), Map.of("basis", "eurodac"));
        add("accept", "requested", LocalDate.of(2015, 3, 23), Map.of());
        add("decide", "requesting", LocalDate.of(2015, 4, 1), Map.of());
        while (steps.size() < length) {
            var date = LocalDate.of(2015, 4, 2).plusDays(steps.size() * 100L / length);
            if (steps.size() % 2 == 0) {
                add("remedy", "requesting", date, Map.of("against", "transfer-decision", "suspensive", "no"));
            } else {
                add("ruled", "requesting", date, Map.of("final", "yes", "ended-suspension", "no"));
            }
        }
    }

    Engine engine() {
        return engine;
    }

    List<RecordedStep> steps() {
        return steps;
    }

    /** The state after all steps but the last. */
    CaseState beforeLast() {
        var state = engine.initial();
        for (var step : steps.subList(0, steps.size() - 1)) {
            state = stands(engine.apply(state, ROLES, step));
        }
        return state;
    }

    static CaseState stands(Outcome outcome) {
        if (outcome instanceof Outcome.Stands stands) {
            return stands.next();
        }
        throw new IllegalStateException("the benchmark's case must stand: " + outcome);
    }

    private void add(String step, String role, LocalDate on, Map<String, String> attributes) {
        var command = new CommandId("%032x".formatted(steps.size() + 1));
        var authority = ROLES.holders(role).get(0);
        var record = StepRecord.of(command, step, role, on, attributes)
                .change()
                .ordinal(steps.size() + 1)
                .done();
        var recordedAt = on.atTime(12, 0).toInstant(ZoneOffset.UTC);
        steps.add(new RecordedStep(record, authority, recordedAt));
    }
}
