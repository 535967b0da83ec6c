// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caseledger.procedure.definition.Reading;
import org.jspecify.annotations.Nullable;

/** The limits of a case as people read them: the preferred world's, with the span over all worlds. */
final class LimitView {

    private final Program program;
    private final Play preferred;
    private final List<Marking> worlds;
    private final LocalDate asOf;

    /** @param preferred the preferred world, played up to the day */
    LimitView(Play preferred, List<Marking> worlds, LocalDate asOf) {
        this.program = preferred.program();
        this.preferred = preferred;
        this.worlds = worlds;
        this.asOf = asOf;
    }

    /** Every limit with its history; those that are owed go also into the other list, most urgent first. */
    List<Evaluation.LimitState> states(List<Evaluation.Due> owed) {
        var states = new ArrayList<Evaluation.LimitState>();
        for (var limit : program.limits()) {
            for (var frame : instances(limit)) {
                var mark = frame.limit(limit);
                if (mark != null && !frame.isRemainder()) {
                    var due = due(limit, frame, mark);
                    states.add(new Evaluation.LimitState(due, mark.anchor().command(), history(limit, frame)));
                    if (isOwed(due, frame)) {
                        owed.add(due);
                    }
                }
            }
        }
        owed.sort(
                Comparator.comparing(Evaluation.Due::end, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));
        return states;
    }

    /** What is open, held or paused, and what passed without consequence, until its round closes. */
    private static boolean isOwed(Evaluation.Due due, Frame frame) {
        return switch (due.status()) {
            case OPEN, HELD, PAUSED -> true;
            case MISSED -> due.daysLate() > 0 && frame.open();
            default -> false;
        };
    }

    private List<Evaluation.Change> history(LimitRule limit, Frame frame) {
        var history = new ArrayList<Evaluation.Change>();
        for (var note : preferred.journal().of(limit, frame)) {
            var because = note.counted() == null ? note.because() : Explanation.counting(limit, note.counted());
            history.add(
                    new Evaluation.Change(note.verb(), note.by(), note.on(), note.end(), note.effective(), because));
        }
        return history;
    }

    List<Evaluation.Lapsed> lapsed() {
        var lapsed = new ArrayList<Evaluation.Lapsed>();
        for (var limit : program.limits()) {
            for (var frame : instances(limit)) {
                var mark = frame.limit(limit);
                var passed = mark == null ? null : mark.newestPassed();
                if (mark != null && passed != null) {
                    lapsed.add(lapsed(limit, frame, mark, passed));
                }
            }
        }
        return lapsed;
    }

    private Evaluation.Lapsed lapsed(LimitRule limit, Frame frame, LimitMark mark, LimitMark.Passed passed) {
        var lapse = limit.lapse();
        var days = lapse == null ? 0 : lapse.daysToDeemed().get(0);
        return new Evaluation.Lapsed(
                limit.name(),
                number(frame, limit),
                lapse == null || lapse.as() == null ? null : lapse.as().name(),
                passed.end(),
                passed.end().plusDays(days),
                passed.since(),
                lapse == null ? rule(limit, mark) : lapse.source(),
                notFor(limit, frame));
    }

    private List<String> notFor(LimitRule limit, Frame frame) {
        var lapse = limit.lapse();
        var situation = preferred.on(asOf, frame);
        return lapse == null
                ? List.of()
                : lapse.notFor().stream()
                        .filter(not -> not.when().holds(situation))
                        .map(LimitRule.NotFor::role)
                        .distinct()
                        .toList();
    }

    /** Limits that passed on which somebody may rely, and the own periods of who is no role that are open. */
    List<Evaluation.Invocable> invocable() {
        var invocable = new ArrayList<Evaluation.Invocable>();
        for (var limit : program.limits()) {
            for (var frame : instances(limit)) {
                var mark = frame.limit(limit);
                if (mark != null && mark.newestPassed() != null) {
                    passed(limit, frame, mark.newestPassed(), invocable);
                }
                if (mark != null && mark.running() && isNoRole(limit.limit().by())) {
                    invocable.add(new Evaluation.Invocable(
                            limit.name(),
                            number(frame, limit),
                            limit.limit().by(),
                            mark.anchor().on(),
                            mark.end(),
                            rule(limit, mark)));
                }
            }
        }
        return invocable;
    }

    private void passed(LimitRule limit, Frame frame, LimitMark.Passed passed, List<Evaluation.Invocable> invocable) {
        var right = limit.limit().invocable();
        if (right == null || notFor(limit, frame).contains(right.by())) {
            return;
        }
        var term = limit.invocableUntil();
        var until = term == null
                ? null
                : Counting.starting(preferred.on(asOf, frame), limit)
                        .reach(term)
                        .end();
        if (until == null || !until.isBefore(asOf)) {
            invocable.add(new Evaluation.Invocable(
                    limit.name(),
                    number(frame, limit),
                    right.by(),
                    passed.since(),
                    until,
                    right.source().text()));
        }
    }

    private boolean isNoRole(String by) {
        return !program.definition().roles().containsKey(by);
    }

    private Evaluation.Due due(LimitRule limit, Frame frame, LimitMark mark) {
        var status = status(mark);
        var earliest = mark.end();
        var latest = mark.end();
        for (var world : worlds) {
            var end = end(world, limit, frame);
            earliest = earliest == null || (end != null && end.isBefore(earliest)) ? end : earliest;
            latest = latest == null || (end != null && end.isAfter(latest)) ? end : latest;
        }
        return new Evaluation.Due(
                limit.name(),
                number(frame, limit),
                limit.steps(),
                limit.limit().by(),
                frame.member() != null
                        ? List.of(frame.member())
                        : preferred.roles().holders(limit.limit().by()),
                mark.end(),
                earliest,
                latest,
                alternative(limit, frame, mark),
                status,
                mark.metOn(),
                daysLate(limit, frame, mark),
                rule(limit, mark),
                Explanation.counting(limit, mark));
    }

    private static @Nullable LocalDate end(Marking world, LimitRule limit, Frame frame) {
        var same = world.find(frame);
        var mark = same == null ? null : same.limit(limit);
        return mark == null ? null : mark.end();
    }

    private static Evaluation.Status status(LimitMark mark) {
        if (mark.releasedOn() != null) {
            return Evaluation.Status.RELEASED;
        } else if (mark.lapsedOn() != null) {
            return mark.met() == null ? Evaluation.Status.MISSED : Evaluation.Status.LATE;
        } else if (mark.met() != null) {
            return Evaluation.Status.MET;
        }
        if (mark.paused()) {
            return Evaluation.Status.PAUSED;
        }
        return mark.held() ? Evaluation.Status.HELD : Evaluation.Status.OPEN;
    }

    /** Days after the end at which it was met, or as of today where the duty outlives its end in its round. */
    private long daysLate(LimitRule limit, Frame frame, LimitMark mark) {
        var until =
                switch (status(mark)) {
                    case LATE -> mark.metOn();
                    case MISSED -> limit.lapse() == null ? (frame.open() ? asOf : frame.closedOn()) : null;
                    default -> null;
                };
        var last = mark.lastDay();
        return until == null || last == null ? 0 : ChronoUnit.DAYS.between(last, until);
    }

    private @Nullable LocalDate alternative(LimitRule limit, Frame frame, LimitMark mark) {
        for (var reading : program.definition().readings()) {
            if (reading.kind() == Reading.Kind.NOTE && reading.calendar() != null && mark.end() != null) {
                var country = Counting.country(preferred.on(asOf, frame), limit);
                var rolled = program.calendar(reading.calendar()).roll(mark.end(), country);
                if (rolled.certain()) {
                    return rolled.day();
                }
            }
        }
        return null;
    }

    private List<Frame> instances(LimitRule limit) {
        return preferred.marking().of(limit.scope()).shown();
    }

    private int number(Frame frame, LimitRule limit) {
        return frame.member() != null ? instances(limit).indexOf(frame) + 1 : frame.number();
    }

    static String rule(LimitRule limit, LimitMark mark) {
        if (mark.reach().rule() != null) {
            return mark.reach().rule();
        }
        return mark.verb() == LimitMark.NO_VERB
                ? limit.alternatives().get(mark.alternative()).source()
                : limit.verbs().get(mark.verb()).source();
    }
}
