// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caseledger.procedure.definition.Definition;
import org.jspecify.annotations.Nullable;

/** Tells what the worlds of a case say on a day. */
final class Evaluator {

    private static final String UNDETERMINED = "undetermined";

    private final Program program;
    private final Play preferred;
    private final List<Marking> worlds;
    private final LocalDate asOf;
    private final LimitView limits;

    /** @param playback played up to the day */
    Evaluator(Playback playback, LocalDate asOf) {
        this.preferred = playback.preferred();
        this.program = preferred.program();
        this.worlds = playback.markings();
        this.asOf = asOf;
        this.limits = new LimitView(preferred, worlds, asOf);
    }

    /** What only the record tells, not a state. */
    record Told(List<Evaluation.Remark> remarks, List<Evaluation.Undone> undone, List<Evaluation.Unknown> unknowns) {

        static final Told NOTHING = new Told(List.of(), List.of(), List.of());
    }

    Evaluation evaluate(@Nullable LocalDate knownAt, Told told) {
        var due = new ArrayList<Evaluation.Due>();
        var states = limits.states(due);
        var lapsed = limits.lapsed();
        var barred = Bars.of(preferred.asking(asOf));
        var ended = preferred.marking().ended();
        return new Evaluation(
                program.definition().pin(),
                program.calendarPins(),
                program.definition().semantics(),
                asOf,
                knownAt,
                responsible(preferred.marking()),
                values(),
                worlds(),
                open(),
                due,
                lapsed,
                told.undone(),
                states,
                barred,
                told.remarks(),
                limits.invocable(),
                told.unknowns(),
                ended == null ? null : new Evaluation.Ended(ended.on(), ended.by()),
                unconfirmed(states, lapsed, barred));
    }

    private SortedMap<String, Evaluation.Value> values() {
        var values = new TreeMap<String, Evaluation.Value>();
        for (int i = 0; i < program.attributes().size(); i++) {
            var value = origin(preferred.marking().value(i));
            values.put(
                    program.attributes().get(i),
                    new Evaluation.Value(
                            program.value(preferred.marking(), i),
                            value == null ? null : value.since(),
                            value == null ? null : value.rule()));
        }
        return values;
    }

    private static @Nullable CaseValue origin(@Nullable CaseValue value) {
        return value == null ? null : value.origin();
    }

    private List<Evaluation.World> worlds() {
        var views = new ArrayList<Evaluation.World>();
        for (int i = 0; i < worlds.size(); i++) {
            views.add(new Evaluation.World(program.worlds().get(i).name(), i == 0, responsible(worlds.get(i))));
        }
        return views;
    }

    private Evaluation.Responsible responsible(Marking marking) {
        return responsible(preferred, marking);
    }

    static Evaluation.Responsible responsible(Play play, Marking marking) {
        var attribute = play.program().attribute(Definition.RESPONSIBLE);
        var value = attribute < 0 ? null : origin(marking.value(attribute));
        if (value == null) {
            return new Evaluation.Responsible(UNDETERMINED, null, null, null);
        }
        var holders = play.roles().holders(value.value());
        return new Evaluation.Responsible(
                value.value(), holders.isEmpty() ? null : holders.get(0), value.since(), value.rule());
    }

    private List<Evaluation.OpenStep> open() {
        var situation = preferred.asking(asOf);
        var open = new ArrayList<Evaluation.OpenStep>();
        for (var step : program.steps()) {
            if (Enabled.in(situation, step)) {
                open.add(step.view());
            }
        }
        return open;
    }

    private List<String> unconfirmed(
            List<Evaluation.LimitState> states, List<Evaluation.Lapsed> lapsed, List<Evaluation.Barred> barred) {
        var used = new TreeSet<String>();
        lapsed.forEach(each -> used.add(each.rule()));
        barred.forEach(each -> used.add(each.rule()));
        states.forEach(state -> used.add(state.current().rule()));
        for (var world : worlds) {
            for (var value : world.values()) {
                if (value != null) {
                    used.add(value.origin().rule());
                }
            }
        }
        used.removeIf(rule -> !program.unconfirmed(rule));
        return List.copyOf(used);
    }
}
