// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.caseledger.procedure.definition.Annulment;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Bar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Lapse;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Need;
import org.caseledger.procedure.definition.Reading;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/** Definitions with some of their rules exchanged. */
final class Rewriting {

    private static final Pin NO_PIN = new Pin("plain@1", "0".repeat(64));

    private Rewriting() {}

    static Definition readings(Definition definition, UnaryOperator<Reading> each) {
        var readings = definition.readings().stream().map(each).toList();
        return with(definition, readings, definition.steps(), definition.bars(), definition.limits());
    }

    static Definition steps(Definition definition, UnaryOperator<StepType> each) {
        var steps = definition.steps().stream().map(each).toList();
        return with(definition, definition.readings(), steps, definition.bars(), definition.limits());
    }

    static Definition bars(Definition definition, UnaryOperator<Bar> each) {
        var bars = definition.bars().stream().map(each).toList();
        return with(definition, definition.readings(), definition.steps(), bars, definition.limits());
    }

    static Definition limits(Definition definition, UnaryOperator<Limit> each) {
        var limits = definition.limits().stream().map(each).toList();
        return with(definition, definition.readings(), definition.steps(), definition.bars(), limits);
    }

    /** Without its pin and content: the engine plays what was read. */
    static Definition bare(Definition definition) {
        return limits(definition, UnaryOperator.identity());
    }

    static StepType sets(StepType step, List<Assignment> sets) {
        return with(step, step.needs(), sets, step.mayAnnul());
    }

    static StepType needs(StepType step, List<Need> needs) {
        return with(step, needs, step.sets(), step.mayAnnul());
    }

    static StepType annulments(StepType step, List<Annulment> mayAnnul) {
        return with(step, step.needs(), step.sets(), mayAnnul);
    }

    private static StepType with(StepType step, List<Need> needs, List<Assignment> sets, List<Annulment> mayAnnul) {
        return new StepType(
                step.index(),
                step.name(),
                step.kind(),
                step.by(),
                step.recorders(),
                step.scope(),
                step.opens(),
                step.attributes(),
                needs,
                sets,
                step.includes(),
                step.excludes(),
                step.startsExcluded(),
                mayAnnul,
                step.source());
    }

    static Limit end(Limit limit, List<Limit.Alternative> end) {
        return with(limit, end, limit.late(), limit.verbs(), limit.lapse());
    }

    static Limit late(Limit limit, SortedMap<String, List<Late>> late) {
        return with(limit, limit.end(), late, limit.verbs(), limit.lapse());
    }

    static Limit verbs(Limit limit, List<Verb> verbs) {
        return with(limit, limit.end(), limit.late(), verbs, limit.lapse());
    }

    static Limit isFinal(Limit limit, boolean isFinal) {
        var lapse = limit.lapse();
        return lapse == null
                ? limit
                : with(
                        limit,
                        limit.end(),
                        limit.late(),
                        limit.verbs(),
                        new Lapse(lapse.as(), lapse.sets(), lapse.deemedOn(), isFinal, lapse.notFor(), lapse.source()));
    }

    private static Definition with(
            Definition definition, List<Reading> readings, List<StepType> steps, List<Bar> bars, List<Limit> limits) {
        return definition.with(NO_PIN, JsonNodeFactory.instance.objectNode(), readings, steps, bars, limits);
    }

    private static Limit with(
            Limit limit,
            List<Limit.Alternative> end,
            SortedMap<String, List<Late>> late,
            List<Verb> verbs,
            @Nullable Lapse lapse) {
        return new Limit(
                limit.index(),
                limit.name(),
                limit.scope(),
                limit.by(),
                limit.countryOf(),
                limit.calendar(),
                limit.metBy(),
                end,
                late,
                limit.hold(),
                limit.pause(),
                limit.recurs(),
                verbs,
                limit.invocable(),
                lapse);
    }
}
