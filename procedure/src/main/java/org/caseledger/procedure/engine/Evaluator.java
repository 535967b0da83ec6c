// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** Tells what the worlds of a case say on a day. */
final class Evaluator {

    private static final String UNDETERMINED = "undetermined";

    private final Program program;
    private final Roles roles;
    private final LocalDate asOf;
    private final List<Marking> worlds;
    private final LimitView limits;

    Evaluator(Program program, Roles roles, LocalDate asOf, List<Marking> worlds, Journal journal) {
        this.program = program;
        this.roles = roles;
        this.asOf = asOf;
        this.worlds = worlds;
        this.limits = new LimitView(program, roles, asOf, worlds, journal);
    }

    Evaluation evaluate(@Nullable LocalDate knownAt, List<Evaluation.Remark> remarks) {
        var states = limits.states();
        var preferred = worlds.get(0);
        var ended = preferred.ended();
        return new Evaluation(
                program.definition().pin(),
                program.calendars().stream().map(Calendar::pin).toList(),
                program.definition().semantics(),
                asOf,
                knownAt,
                responsible(preferred),
                worlds(),
                open(preferred),
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
        var value = marking.values().get(Definition.RESPONSIBLE);
        if (value == null) {
            return new Evaluation.Responsible(UNDETERMINED, null, null, null);
        }
        var authority = roles.holders(value.value()).stream().findFirst().orElse(null);
        return new Evaluation.Responsible(value.value(), authority, value.since(), value.rule());
    }

    private List<Evaluation.OpenStep> open(Marking marking) {
        var situation = new Situation(program, marking, marking.caseFrame(), null, roles);
        return program.definition().steps().stream()
                .filter(step -> Enabled.in(situation, step))
                .map(step -> new Evaluation.OpenStep(
                        step.name(), step.kind().name().toLowerCase(Locale.ROOT), step.recorders()))
                .toList();
    }

    /** Open and held duties, and those that passed without consequence and are still owed; most urgent first. */
    private static List<Evaluation.Due> due(List<Evaluation.LimitState> states) {
        return states.stream()
                .map(Evaluation.LimitState::current)
                .filter(due -> switch (due.status()) {
                    case OPEN, HELD -> true;
                    case MISSED -> due.daysLate() > 0;
                    default -> false;
                })
                .sorted(Comparator.comparing(
                        Evaluation.Due::end, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    private List<String> unconfirmed(List<Evaluation.LimitState> states) {
        var used = Stream.concat(
                states.stream().map(state -> state.current().rule()),
                worlds.stream()
                        .flatMap(world -> world.values().values().stream().map(CaseValue::rule)));
        return used.filter(program::unconfirmed).distinct().sorted().toList();
    }
}
