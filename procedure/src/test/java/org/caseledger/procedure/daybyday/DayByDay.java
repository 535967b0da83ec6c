// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Need;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Plays one world of a case: each morning the lapses that are past, then the day's steps. */
final class DayByDay {

    private final Definition definition;
    private final History history;
    private final Ends ends;
    private final Clocks clocks;
    private final Effects effects;
    private final Map<String, SortedSet<String>> flags = new HashMap<>();
    private final SortedSet<String> groundless = new TreeSet<>();
    private final SortedSet<String> lapses = new TreeSet<>();
    private @Nullable LocalDate ended;

    private DayByDay(Definition definition, List<Calendar> calendars, Roles roles, Map<String, String> options) {
        this.definition = definition;
        this.history = new History(definition, calendars, roles, options);
        this.ends = new Ends(history);
        this.clocks = new Clocks(history, ends);
        this.effects = new Effects(history, ends, clocks);
    }

    static Outcome play(
            Definition definition,
            List<Calendar> calendars,
            Roles roles,
            Map<String, String> options,
            List<RecordedStep> steps,
            LocalDate asOf) {
        var play = new DayByDay(definition, calendars, roles, options);
        var ordered = Timeline.ordered(definition, steps);
        var day = ordered.get(0).record().occurredOn();
        for (; !day.isAfter(asOf); day = day.plusDays(1)) {
            play.past(day);
            for (var step : ordered) {
                if (step.record().occurredOn().equals(day)) {
                    play.step(step);
                    play.past(day);
                }
            }
        }
        return Told.of(play.history, play.lapses, play.flags, play.groundless, play.ended);
    }

    private void past(LocalDate today) {
        for (int i = 0; i < 1000; i++) {
            var next = history.clocks.stream()
                    .filter(clock -> clock.runs() && !clock.held && clock.pausedSince == null)
                    .filter(clock -> clock.lastDay() != null && clock.lastDay().isBefore(today))
                    .min(Comparator.comparing(Clock::lastDay)
                            .thenComparing(clock -> clock.limit.index())
                            .thenComparing(clock -> clock.in.number())
                            .thenComparing(clock -> Objects.toString(clock.in.member(), "")));
            if (next.isEmpty()) {
                return;
            }
            lapse(next.get());
        }
        throw new IllegalStateException("lapses without end");
    }

    private void lapse(Clock clock) {
        var last = Objects.requireNonNull(clock.lastDay());
        var lapse = clock.limit.lapse();
        var asked = new Guards.Asked(clock.in, null, last);
        var deemed = last;
        if (lapse != null && lapse.deemedOn() != null) {
            var option = history.options.get(lapse.deemedOn().reading());
            deemed = last.plusDays(
                    Objects.requireNonNull(lapse.deemedOn().daysAfter().get(option)));
        }
        var name = lapse == null || lapse.as() == null ? "" : lapse.as();
        var told = clock.limit.name() + "/" + Told.number(history, clock) + " ";
        // The evaluation tells of a limit that recurs only its newest lapse.
        lapses.removeIf(before -> before.startsWith(told));
        lapses.add(told + last + " " + deemed + " " + last.plusDays(1));
        var occurrence = new Occurrence(name, deemed, null, clock.in);
        clocks.passed(clock, last);
        if (!name.isEmpty()) {
            history.occurrences.add(occurrence);
        }
        if (lapse != null) {
            effects.set(lapse.sets(), occurrence, last.plusDays(1), lapse.isFinal(), asked);
            effects.closeRounds(occurrence, asked);
            effects.move(occurrence, asked, Map.of());
        }
        afterwards(last.plusDays(1));
    }

    private void afterwards(LocalDate today) {
        clocks.settle(today);
        var over = history.guards.holds(definition.ends(), new Guards.Asked(Instance.CASE, null, today));
        if (!over) {
            ended = null;
        } else if (ended == null) {
            ended = today;
        }
    }

    private void step(RecordedStep recorded) {
        var record = recorded.record();
        var type = Objects.requireNonNull(definition.step(record.step()));
        var command = record.command().value();
        var in = instance(type, record, recorded.authority());
        var asked = new Guards.Asked(in == null ? Instance.CASE : in, record, record.occurredOn());
        asked = history.guards.found(asked);
        var ground = in != null && !history.excluded.contains(type.name());
        // A ruling that may not annul what it names has no ground.
        ground &= record.annuls() == null || effects.mayAnnul(type, record, asked);
        var takesEffect = true;
        var told = new TreeSet<String>();
        for (var need : reasons(type)) {
            if (history.guards.holds(need.condition(), asked)) {
                continue;
            }
            if (need.otherwise() instanceof Otherwise.Irregular irregular) {
                told.add("unlawful:" + irregular.code());
                ground &= irregular.code().equals(record.irregularity());
                takesEffect &= irregular.effects();
            } else if (need.otherwise() instanceof Otherwise.Gap) {
                told.add("gap");
            } else {
                ground = false;
            }
        }
        if (!ground || in == null) {
            groundless.add(command);
            return;
        }
        var occurrence = new Occurrence(type.name(), record.occurredOn(), record, in);
        var delays = effects.delays(occurrence, asked);
        delays.keySet().forEach(late -> told.add("late:" + late.limit.name()));
        var left = takesEffect ? effects.left(occurrence, asked, delays.keySet()) : Set.<Late.Effect>of();
        flags.put(command, told);
        if (in.round() != null && !history.has(in)) {
            history.rounds.put(in, true);
        }
        occurrence.counts = takesEffect;
        occurrence.anchors = left.contains(Late.Effect.ANCHORS);
        if (type.opens() != null) {
            occurrence.opened = history.open(type.opens(), true);
        }
        history.occurrences.add(occurrence);
        if (takesEffect) {
            follow(type, occurrence, asked.with(occurrence.opened), left, delays);
        } else if (occurrence.opened != null) {
            effects.close(occurrence.opened, record.occurredOn());
        }
        afterwards(record.occurredOn());
    }

    private void follow(
            StepType type, Occurrence step, Guards.Asked asked, Set<Late.Effect> left, Map<Clock, Long> delays) {
        effects.meet(step, asked);
        if (left.contains(Late.Effect.SETS)) {
            effects.set(type.sets(), step, step.day, false, asked);
        }
        if (left.contains(Late.Effect.ANNULS)) {
            effects.annul(type, step, asked);
        }
        if (left.contains(Late.Effect.INCLUDES)) {
            effects.include(type);
        }
        if (left.contains(Late.Effect.CLOSES)) {
            effects.closeRounds(step, asked);
        }
        if (left.contains(Late.Effect.MOVES)) {
            effects.move(step, asked, delays);
        }
    }

    /** Needs, and bars as needs that their guard does not hold; none that only names an excluded act. */
    private List<Need> reasons(StepType type) {
        var reasons = new ArrayList<Need>();
        type.needs().stream().filter(need -> isAsked(need.condition())).forEach(reasons::add);
        definition.bars().stream()
                .filter(bar -> bar.step().equals(type.name()) && isAsked(bar.condition()))
                .forEach(bar ->
                        reasons.add(new Need(new Condition.Not(bar.condition()), bar.otherwise(), bar.source())));
        return reasons;
    }

    private boolean isAsked(Condition condition) {
        return !(condition instanceof Condition.Happened happened && history.excluded.contains(happened.name()));
    }

    /** Where the step lies; null if it names a round that there is not. */
    private @Nullable Instance instance(StepType type, StepRecord record, String authority) {
        if (type.scope() instanceof Scope.Round round) {
            if (record.round() != null) {
                var named = Instance.round(round.name(), record.round());
                return history.has(named) && !isOver(named) ? named : null;
            }
            var newest = history.open(round.name(), false);
            return history.has(newest) ? newest : Instance.round(round.name(), 1);
        } else if (type.scope() instanceof Scope.Each each) {
            return Instance.member(each.role(), authority);
        }
        return Instance.CASE;
    }

    /** A closed round is over once a newer one of its name was opened, unless what opens one can be annulled. */
    private boolean isOver(Instance round) {
        var newest = Objects.requireNonNull(history.open(Objects.requireNonNull(round.round()), false));
        return !Boolean.TRUE.equals(history.rounds.get(round))
                && newest.number() > round.number()
                && definition.steps().stream()
                        .flatMap(type -> type.mayAnnul().stream())
                        .map(annulment -> Objects.requireNonNull(definition.step(annulment.step())))
                        .noneMatch(opener -> Objects.equals(opener.opens(), round.round()));
    }
}
