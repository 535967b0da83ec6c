// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** What follows from a step or a lapse, in the order of the page. */
final class Effects {

    private final History history;
    private final Ends ends;
    private final Clocks clocks;

    Effects(History history, Ends ends, Clocks clocks) {
        this.history = history;
        this.ends = ends;
        this.clocks = clocks;
    }

    /** Limits are met before all others. */
    void meet(Occurrence step, Guards.Asked asked) {
        for (var limit : history.definition.limits()) {
            for (var clock : List.copyOf(history.clocks)) {
                if (clock.limit.name().equals(limit.name()) && couldMeet(step.name, clock, asked)) {
                    if (clock.runs()) {
                        clocks.met(clock, step);
                    } else if (clock.state == Clock.State.LAPSED && clock.metOn == null) {
                        clocks.metLate(clock, step);
                    }
                }
            }
        }
    }

    /** Whether the step is one that meets the limit there, under its guard. */
    boolean couldMeet(String step, Clock clock, Guards.Asked asked) {
        return ((clock.in.round() == null && clock.in.member() == null)
                        || asked.from().instances().contains(clock.in))
                && history.guards.meets(clock.limit, step, asked);
    }

    void set(List<Assignment> sets, Occurrence by, LocalDate since, boolean isFinal, Guards.Asked asked) {
        for (var assignment : sets) {
            if (history.guards.holds(assignment.when(), asked)) {
                assignment.values().forEach((attribute, value) -> {
                    var now = history.current(attribute);
                    if (!now.isFinal() || assignment.reopens()) {
                        Objects.requireNonNull(history.values.get(attribute))
                                .add(new History.Value(value, since, by, isFinal));
                    }
                });
            }
        }
    }

    void annul(StepType type, Occurrence ruling, Guards.Asked asked) {
        var command = ruling.step == null ? null : ruling.step.annuls();
        for (var target : List.copyOf(history.occurrences)) {
            if (target.step == null || !target.step.command().equals(command)) {
                continue;
            }
            type.mayAnnul().stream()
                    .filter(annulment -> annulment.step().equals(target.name))
                    .filter(annulment -> history.guards.holds(annulment.when(), asked))
                    .findFirst()
                    .ifPresent(annulment -> {
                        target.counts = false;
                        if (annulment.fromStart()) {
                            target.anchors = false;
                            giveBack(target);
                        }
                        if (target.opened != null) {
                            close(target.opened, ruling.day);
                        }
                    });
        }
    }

    boolean mayAnnul(StepType type, StepRecord ruling, Guards.Asked asked) {
        return history.occurrences.stream()
                .filter(one -> one.step != null && one.step.command().equals(ruling.annuls()))
                .anyMatch(one -> type.mayAnnul().stream()
                        .anyMatch(annulment ->
                                annulment.step().equals(one.name) && history.guards.holds(annulment.when(), asked)));
    }

    /** What the occurrence set is as if it had never been set. */
    private void giveBack(Occurrence annulled) {
        history.values.values().forEach(all -> all.removeIf(value -> value.by() == annulled));
    }

    void include(StepType type) {
        history.excluded.addAll(type.excludes());
        type.includes().forEach(history.excluded::remove);
    }

    void closeRounds(Occurrence by, Guards.Asked asked) {
        for (var round : history.definition.rounds()) {
            if (round.closedBy().contains(by.name) && history.guards.holds(round.when(), asked)) {
                if (round.name().equals(by.in.round())) {
                    close(by.in, by.day);
                } else {
                    history.open(round.name()).toList().forEach(open -> close(open, by.day));
                }
            }
        }
    }

    void close(Instance round, LocalDate day) {
        if (history.has(round)) {
            history.rounds.put(round, false);
            history.clocks.stream()
                    .filter(clock -> clock.in.equals(round) && clock.runs())
                    .forEach(clock -> {
                        clock.state = Clock.State.RELEASED;
                        clock.stoppedOn = day;
                    });
        }
    }

    /** Limits moved: restarts, revisions, extensions and releases, in their order. */
    void move(Occurrence trigger, Guards.Asked asked, Map<Clock, Long> delays) {
        for (var limit : history.definition.limits()) {
            for (var verb : limit.verbs()) {
                if (verb.after().contains(trigger.name)) {
                    history.clocks.stream()
                            .filter(clock ->
                                    clock.limit.name().equals(limit.name()) && clock.runs() && concerns(clock, trigger))
                            .forEach(clock -> move(clock, verb, trigger, asked.with(clock.in), delays));
                }
            }
        }
    }

    private boolean concerns(Clock clock, Occurrence trigger) {
        var round = clock.in.round();
        if (round != null) {
            var own = trigger.opened != null && round.equals(trigger.opened.round()) ? trigger.opened : trigger.in;
            return round.equals(own.round())
                    ? own.equals(clock.in)
                    : history.open(round).anyMatch(clock.in::equals);
        }
        return clock.in.member() == null || !clock.in.isLike(trigger.in) || clock.in.equals(trigger.in);
    }

    private void move(Clock clock, Verb verb, Occurrence trigger, Guards.Asked asked, Map<Clock, Long> delays) {
        if (!history.guards.holds(verb.when(), asked)) {
            return;
        }
        var at = trigger.at();
        if (verb instanceof Verb.Release) {
            clock.state = Clock.State.RELEASED;
            clock.stoppedOn = trigger.day;
        } else if (verb instanceof Verb.Restart restart) {
            var from = restart.from() == null
                    ? new Clock.From(trigger.day, at)
                    : history.guards.newestDay(restart.from(), asked);
            var end = from == null ? null : ends.of(clock.limit, asked, new Ends.Taken(from, from, true));
            if (end != null) {
                clocks.restart(clock, end, trigger.day);
            }
        } else if (verb instanceof Verb.Revise revise) {
            if (!(revise.byEnd() && clock.hasEnded(trigger))) {
                var end = ends.end(clock.limit, revise.end(), asked, new Ends.Taken(clock.counted.from(), null, true));
                if (end != null && end.day() != null) {
                    // A revision changes the end and never what the limit is counted from.
                    clocks.fix(clock, new Clock.End(end.day(), end.at(), clock.counted.from()));
                }
            }
        } else if (verb instanceof Verb.Extend extend && clock.end() != null) {
            if (!(extend.byEnd() && clock.hasEnded(trigger))) {
                extend(clock, extend.by(), asked, delays);
            }
        }
    }

    private void extend(Clock clock, Within by, Guards.Asked asked, Map<Clock, Long> delays) {
        var country = ends.country(clock.limit, asked);
        var calendar = ends.calendar(clock.limit);
        if (by instanceof Within.Hours hours && clock.now.at() != null) {
            var later = calendar.later(clock.now.at(), hours.number(), country).at();
            extend(clock, later.toLocalDate(), later);
        } else {
            var period = by instanceof Within.Hours hours
                    ? Period.ofDays((hours.number() + 23) / 24)
                    : by instanceof Within.Delay delay ? delay(delay, delays) : history.period(by, asked);
            if (period != null && !period.isZero()) {
                var end = Objects.requireNonNull(clock.end());
                extend(clock, calendar.end(end, period, country).day(), null);
            }
        }
    }

    private static Period delay(Within.Delay delay, Map<Clock, Long> delays) {
        return Period.ofDays((int) delays.entrySet().stream()
                .filter(entry -> entry.getKey().limit.name().equals(delay.limit()))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0));
    }

    private static void extend(Clock clock, LocalDate day, @Nullable OffsetDateTime at) {
        clock.counted = new Clock.End(day, at, clock.counted.from());
        clock.now = clock.counted;
        clock.pausedDays = 0;
        clock.fixed = true;
    }

    /** For each limit for which the step comes late, by how many days. */
    Map<Clock, Long> delays(Occurrence step, Guards.Asked asked) {
        var late = new HashMap<Clock, Long>();
        for (var clock : history.clocks) {
            if (step.step != null && couldMeet(step.name, clock, asked) && Guards.isLate(clock, step.step)) {
                late.put(clock, ChronoUnit.DAYS.between(clock.lastDay(), step.day));
            }
        }
        return late;
    }

    /** What all limits for which it is late leave it. */
    Set<Late.Effect> left(Occurrence step, Guards.Asked asked, Set<Clock> late) {
        var left = new java.util.TreeSet<>(Late.FULL);
        for (var clock : late) {
            var words = clock.limit.late().getOrDefault(step.name, List.of());
            words.stream()
                    .filter(word -> history.guards.holds(word.when(), asked))
                    .findFirst()
                    .ifPresent(word -> left.retainAll(word.effects()));
        }
        return left;
    }

    static boolean isIn(Limit limit, @Nullable String round) {
        return limit.scope() instanceof Scope.Round scope && scope.name().equals(round);
    }
}
