// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** Keeps the limits of one world: starts, meets, holds and lapses them. */
final class LimitKeeper {

    private final Program program;
    private final World world;
    private final Marking marking;
    private final Roles roles;
    private final Journal journal;
    private final LimitVerbs verbs;

    LimitKeeper(Program program, World world, Marking marking, Roles roles, Journal journal) {
        this.program = program;
        this.world = world;
        this.marking = marking;
        this.roles = roles;
        this.journal = journal;
        this.verbs = new LimitVerbs(program, marking, journal);
    }

    /** Lapses, one after the other in order of day and definition, what has passed before this day begins. */
    void advance(LocalDate day) {
        for (var next = nextLapse(day); next != null; next = nextLapse(day)) {
            lapse(next);
        }
    }

    /** Starts what can start, and asks every state that a limit depends on again. */
    void settle(LocalDate day, String by) {
        for (var limit : program.definition().limits()) {
            for (var frame : program.instances(marking, limit)) {
                start(limit, frame, day);
                hold(limit, frame, day);
            }
        }
        var over = situation(marking.caseFrame()).holds(program.definition().ends());
        if (!over) {
            marking.end(null);
        } else if (marking.ended() == null) {
            marking.end(new Marking.Ending(day, by));
        }
    }

    void meet(Situation situation, String step) {
        for (var limit : program.definition().limits()) {
            var instance = Grounds.meets(situation, limit, step) ? Grounds.instance(situation, limit) : null;
            var mark = instance == null ? null : instance.limits().get(limit.name());
            if (instance != null && mark != null && mark.metOn() == null && mark.releasedOn() == null) {
                var day = Objects.requireNonNull(situation.trigger()).occurredOn();
                instance.limits().put(limit.name(), mark.met(day));
            }
        }
    }

    /** Lets a step or a named lapse do to limits what the definition says. */
    void trigger(Situation situation, String name, @Nullable CommandId command, LocalDate day) {
        verbs.trigger(situation, name, command, day);
    }

    void set(String name, String value, LocalDate day, Source source, boolean isFinal) {
        var before = marking.values().get(name);
        if (before != null && before.isFinal()) {
            return;
        }
        var unchanged = value.equals(program.value(marking, name)) && before != null;
        if (!unchanged || isFinal) {
            marking.values().put(name, new CaseValue(value, day, source.text(), isFinal));
        }
    }

    private record NextLapse(Limit limit, Frame frame, LocalDate day) {}

    private void start(Limit limit, Frame frame, LocalDate day) {
        var mark = frame.limits().get(limit.name());
        if (mark != null && (!mark.running() || mark.verb() != LimitMark.NO_VERB)) {
            return;
        }
        var started = Counting.of(situation(frame), limit).start(limit);
        if (started == null) {
            if (mark != null) {
                frame.limits().remove(limit.name());
            }
            return;
        }
        var next = mark == null ? started : mark.withAnchor(started);
        if (!next.equals(mark)) {
            frame.limits().put(limit.name(), next);
            journal.change(
                    limit.name(),
                    frame.key(),
                    "started",
                    started.anchor(),
                    day,
                    started.end(),
                    true,
                    Explanation.counting(limit, next));
        }
    }

    private void hold(Limit limit, Frame frame, LocalDate day) {
        var mark = frame.limits().get(limit.name());
        var hold = limit.hold();
        if (mark == null || hold == null || !mark.running()) {
            return;
        }
        var now = situation(frame).holds(hold.condition());
        if (now != mark.held()) {
            frame.limits().put(limit.name(), mark.held(now, day));
            journal.change(
                    limit.name(),
                    frame.key(),
                    now ? "held" : "freed",
                    null,
                    day,
                    mark.end(),
                    true,
                    hold.source().text());
        }
    }

    private @Nullable NextLapse nextLapse(LocalDate day) {
        NextLapse next = null;
        for (var limit : program.definition().limits()) {
            for (var frame : program.instances(marking, limit)) {
                var mark = frame.limits().get(limit.name());
                var due = mark == null ? null : mark.lapseDay();
                if (due != null && !due.isAfter(day) && (next == null || due.isBefore(next.day()))) {
                    next = new NextLapse(limit, frame, due);
                }
            }
        }
        return next;
    }

    private void lapse(NextLapse next) {
        var limit = next.limit();
        var mark = Objects.requireNonNull(next.frame().limits().get(limit.name()));
        next.frame().limits().put(limit.name(), mark.lapsed(next.day()));
        var lapse = limit.lapse();
        journal.change(
                limit.name(),
                next.frame().key(),
                "lapsed",
                null,
                next.day(),
                mark.end(),
                lapse != null,
                lapse == null
                        ? "the law attaches nothing to it"
                        : lapse.source().text());
        if (lapse != null) {
            lapse.sets().stream()
                    .map(Unbuilt::values)
                    .forEach(values -> values.forEach(
                            (name, value) -> set(name, value, next.day(), lapse.source(), lapse.isFinal())));
            if (lapse.as() != null) {
                var deemedOn = next.day().minusDays(1).plusDays(Program.daysToDeemed(limit, world));
                next.frame()
                        .record(
                                lapse.as(),
                                new Occurrence(null, deemedOn, new TreeMap<>(), Occurrence.Standing.EFFECTIVE));
                trigger(situation(next.frame()), lapse.as(), null, deemedOn);
            }
        }
        settle(next.day(), limit.name());
    }

    private Situation situation(Frame frame) {
        return new Situation(program, marking, frame, null, roles);
    }
}
