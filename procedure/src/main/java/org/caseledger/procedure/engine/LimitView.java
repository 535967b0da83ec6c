// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Reading;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** The limits of a case as people read them: the preferred world's, with the span over all worlds. */
final class LimitView {

    private final Program program;
    private final Roles roles;
    private final LocalDate asOf;
    private final List<Marking> worlds;
    private final Journal journal;

    LimitView(Program program, Roles roles, LocalDate asOf, List<Marking> worlds, Journal journal) {
        this.program = program;
        this.roles = roles;
        this.asOf = asOf;
        this.worlds = worlds;
        this.journal = journal;
    }

    List<Evaluation.LimitState> states() {
        var states = new ArrayList<Evaluation.LimitState>();
        for (var limit : program.definition().limits()) {
            for (var frame : program.instances(worlds.get(0), limit)) {
                var mark = frame.limits().get(limit.name());
                if (mark != null) {
                    states.add(new Evaluation.LimitState(
                            due(limit, frame, mark), mark.anchor(), journal.of(limit.name(), frame.key())));
                }
            }
        }
        return states;
    }

    List<Evaluation.Lapsed> lapsed() {
        var lapsed = new ArrayList<Evaluation.Lapsed>();
        for (var limit : program.definition().limits()) {
            for (var frame : program.instances(worlds.get(0), limit)) {
                var mark = frame.limits().get(limit.name());
                if (mark != null && mark.lapsedOn() != null && mark.end() != null) {
                    lapsed.add(lapsed(limit, frame, mark.end(), mark.lapsedOn(), mark));
                }
            }
        }
        return lapsed;
    }

    private Evaluation.Lapsed lapsed(Limit limit, Frame frame, LocalDate end, LocalDate since, LimitMark mark) {
        var lapse = limit.lapse();
        var days = Program.daysToDeemed(limit, program.worlds().get(0));
        return new Evaluation.Lapsed(
                limit.name(),
                number(frame, limit),
                lapse == null ? null : lapse.as(),
                end,
                since.minusDays(1).plusDays(days),
                since,
                lapse == null ? rule(limit, mark) : lapse.source().text());
    }

    private Evaluation.Due due(Limit limit, Frame frame, LimitMark mark) {
        var status = status(mark);
        return new Evaluation.Due(
                limit.name(),
                number(frame, limit),
                limit.metBy().stream().map(Limit.MetBy::step).toList(),
                limit.by(),
                frame.key().isMember() ? List.of(frame.key().instance()) : roles.holders(limit.by()),
                mark.end(),
                ends(limit, frame).min(LocalDate::compareTo).orElse(null),
                ends(limit, frame).max(LocalDate::compareTo).orElse(null),
                alternative(limit, frame, mark),
                status,
                mark.metOn(),
                daysLate(limit, mark, status),
                rule(limit, mark),
                Explanation.counting(limit, mark));
    }

    private static Evaluation.Status status(LimitMark mark) {
        if (mark.releasedOn() != null) {
            return Evaluation.Status.RELEASED;
        } else if (mark.lapsedOn() != null) {
            return mark.metOn() == null ? Evaluation.Status.MISSED : Evaluation.Status.LATE;
        } else if (mark.metOn() != null) {
            return Evaluation.Status.MET;
        }
        return mark.held() ? Evaluation.Status.HELD : Evaluation.Status.OPEN;
    }

    /** Days after the end at which it was met, or as of today where the duty outlives its end. */
    private long daysLate(Limit limit, LimitMark mark, Evaluation.Status status) {
        var until =
                switch (status) {
                    case LATE -> mark.metOn();
                    case MISSED -> limit.lapse() == null ? asOf : null;
                    default -> null;
                };
        return until == null || mark.end() == null ? 0 : ChronoUnit.DAYS.between(mark.end(), until);
    }

    private Stream<LocalDate> ends(Limit limit, Frame frame) {
        return worlds.stream()
                .map(world -> world.frame(frame.key()))
                .filter(Objects::nonNull)
                .map(other -> other.limits().get(limit.name()))
                .filter(Objects::nonNull)
                .map(LimitMark::end)
                .filter(Objects::nonNull);
    }

    private @Nullable LocalDate alternative(Limit limit, Frame frame, LimitMark mark) {
        for (var reading : program.definition().readings()) {
            if (reading.kind() == Reading.Kind.NOTE && reading.calendar() != null && mark.end() != null) {
                var situation = new Situation(program, worlds.get(0), frame, null, roles);
                var country = Counting.of(situation, limit).country();
                var rolled = program.calendar(reading.calendar()).roll(mark.end(), country);
                if (rolled.certain()) {
                    return rolled.day();
                }
            }
        }
        return null;
    }

    private int number(Frame frame, Limit limit) {
        return frame.key().isMember()
                ? program.instances(worlds.get(0), limit).indexOf(frame) + 1
                : frame.key().number();
    }

    private static String rule(Limit limit, LimitMark mark) {
        return mark.verb() == LimitMark.NO_VERB
                ? limit.end().get(mark.alternative()).source().text()
                : limit.verbs().get(mark.verb()).source().text();
    }
}
