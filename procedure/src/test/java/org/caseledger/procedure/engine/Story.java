// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** A case told step by step, for tests. */
final class Story {

    static final Library LIBRARY = Library.shipped();
    static final Definition TAKE_BACK = LIBRARY.definition("dublin3-take-back@1");
    static final Definition ERASURE = LIBRARY.definition("gdpr-erasure@1");

    static final Roles AUSTRIA_AND_BULGARIA =
            Roles.of(Map.of("requesting", List.of("AT-DUBLIN"), "requested", List.of("BG-DUBLIN")));

    private final Engine engine;
    private final Roles roles;
    private final List<RecordedStep> steps = new ArrayList<>();

    private Story(Definition definition, Roles roles) {
        this.engine = engineOf(definition);
        this.roles = roles;
    }

    static Story takeBack() {
        return new Story(TAKE_BACK, AUSTRIA_AND_BULGARIA);
    }

    static Story of(Definition definition, Roles roles) {
        return new Story(definition, roles);
    }

    static Engine engineOf(Definition definition) {
        return Engine.of(definition, LIBRARY.calendarsOf(definition));
    }

    static CommandId command(int number) {
        return new CommandId(String.format(java.util.Locale.ROOT, "%032x", number));
    }

    Story step(String day, String step, String role) {
        return step(day, step, role, Map.of());
    }

    Story step(String day, String step, String role, Map<String, String> attributes) {
        return record(StepRecord.of(next(), step, role, LocalDate.parse(day), attributes));
    }

    Story irregular(String day, String step, String role, String code) {
        return record(StepRecord.of(next(), step, role, LocalDate.parse(day), Map.of())
                .change()
                .irregularity(code)
                .done());
    }

    Story annulling(String day, String step, String role, Map<String, String> attributes, CommandId annuls) {
        return record(StepRecord.of(next(), step, role, LocalDate.parse(day), attributes)
                .change()
                .annuls(annuls)
                .done());
    }

    Story record(StepRecord step) {
        return record(step, roles.holders(step.role()).get(0));
    }

    Story record(StepRecord step, String authority) {
        var at = Instant.from(step.occurredOn().atTime(12, 0).atOffset(ZoneOffset.UTC));
        steps.add(new RecordedStep(step, authority, at));
        return this;
    }

    CommandId next() {
        return command(steps.size() + 1);
    }

    /** The command of the newest occurrence of a step that was told. */
    CommandId commandOf(String step) {
        return steps.stream()
                .map(RecordedStep::record)
                .filter(record -> record.step().equals(step))
                .reduce((a, b) -> b)
                .orElseThrow()
                .command();
    }

    List<RecordedStep> steps() {
        return List.copyOf(steps);
    }

    Roles roles() {
        return roles;
    }

    Engine engine() {
        return engine;
    }

    Evaluation evaluate(String asOf) {
        return engine.evaluate(steps, roles, LocalDate.parse(asOf), null);
    }

    /** Folds the told steps in order of telling; each must stand. */
    CaseState fold() {
        var state = engine.initial();
        for (var step : steps) {
            var outcome = engine.apply(state, roles, step);
            if (!(outcome instanceof Outcome.Stands stands)) {
                throw new AssertionError(step.record().step() + ": " + outcome);
            }
            state = stands.next();
        }
        return state;
    }

    static Evaluation.Due limit(Evaluation evaluation, String name) {
        return evaluation.limits().stream()
                .map(Evaluation.LimitState::current)
                .filter(due -> due.limit().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
