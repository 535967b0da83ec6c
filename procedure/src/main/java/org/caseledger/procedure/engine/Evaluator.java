// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    Evaluation evaluate(@Nullable LocalDate knownAt, List<Evaluation.Remark> remarks) {
        var states = limits.states();
        var ended = preferred.marking().ended();
        return new Evaluation(
                program.definition().pin(),
                program.calendarPins(),
                program.definition().semantics(),
                asOf,
                knownAt,
                responsible(preferred.marking()),
                worlds(),
                open(),
                due(states),
                limits.lapsed(),
                states,
                remarks,
                ended == null ? null : new Evaluation.Ended(ended.on(), ended.by()),
                unconfirmed(states));
    }

    private List<Evaluation.World> worlds() {
        var views = new ArrayList<Evaluation.World>();
        for (int i = 0; i < worlds.size(); i++) {
            views.add(new Evaluation.World(program.worlds().get(i).name(), i == 0, responsible(worlds.get(i))));
        }
        return views;
    }

    private Evaluation.Responsible responsible(Marking marking) {
        var attribute = program.attribute(Definition.RESPONSIBLE);
        var value = attribute < 0 ? null : marking.value(attribute);
        if (value == null) {
            return new Evaluation.Responsible(UNDETERMINED, null, null, null);
        }
        var holders = preferred.roles().holders(value.value());
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

    /** Open and held duties, and those that passed without consequence and are still owed; most urgent first. */
    private static List<Evaluation.Due> due(List<Evaluation.LimitState> states) {
        var due = new ArrayList<Evaluation.Due>();
        for (var state : states) {
            var current = state.current();
            var owed =
                    switch (current.status()) {
                        case OPEN, HELD -> true;
                        case MISSED -> current.daysLate() > 0;
                        default -> false;
                    };
            if (owed) {
                due.add(current);
            }
        }
        due.sort(Comparator.comparing(Evaluation.Due::end, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));
        return due;
    }

    private List<String> unconfirmed(List<Evaluation.LimitState> states) {
        var used = new TreeSet<String>();
        states.forEach(state -> used.add(state.current().rule()));
        for (var world : worlds) {
            for (var value : world.values()) {
                if (value != null) {
                    used.add(value.rule());
                }
            }
        }
        used.removeIf(rule -> !program.unconfirmed(rule));
        return List.copyOf(used);
    }
}
