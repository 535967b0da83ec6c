// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Whether guards hold, and on which days points lie. */
final class Guards {

    /**
     * From where something is asked.
     *
     * @param step the step being recorded, or null
     * @param inForce the day that {@code in-force} asks for, or null if it is not known
     * @param late the limits for which the step is late
     * @param past the limits after whose end it comes, whether it could meet them or not
     */
    record Asked(
            View from, @Nullable StepRecord step, @Nullable LocalDate inForce, Set<String> late, Set<String> past) {
        Asked(Instance from, @Nullable StepRecord step, @Nullable LocalDate inForce) {
            this(View.of(from), step, inForce, Set.of(), Set.of());
        }

        Asked from(Instance other) {
            return new Asked(View.of(other), step, inForce, late, past);
        }

        Asked with(@Nullable Instance other) {
            return new Asked(from.with(other), step, inForce, late, past);
        }

        Asked onDay(@Nullable LocalDate day) {
            return new Asked(from, step, day, late, past);
        }

        Asked late(Set<String> limits, Set<String> byDay) {
            return new Asked(from, step, inForce, limits, byDay);
        }

        /** As guards of what meets a limit ask, on which it depends for what a step is late. */
        Asked byDayAlone() {
            return late(past, past);
        }
    }

    private final History history;

    Guards(History history) {
        this.history = history;
    }

    boolean holds(@Nullable Condition guard, Asked asked) {
        if (guard == null) {
            return true;
        } else if (guard instanceof Condition.Happened happened) {
            return newest(happened.name(), asked.from()) != null;
        } else if (guard instanceof Condition.LapsedLimit lapsed) {
            return seen(lapsed.limit(), asked.from()).anyMatch(clock -> clock.everLapsed);
        } else if (guard instanceof Condition.Running running) {
            return seen(running.limit(), asked.from()).anyMatch(Clock::runs);
        } else if (guard instanceof Condition.LateFor late) {
            return asked.late().contains(late.limit());
        } else if (guard instanceof Condition.Holds holds) {
            var value = value(holds, asked);
            return value != null && holds.values().contains(value);
        } else if (guard instanceof Condition.ReadingIs reading) {
            return reading.options().contains(history.options.get(reading.reading()));
        } else if (guard instanceof Condition.ParameterIs parameter) {
            return parameter
                    .values()
                    .contains(history.parameter(parameter.parameter(), asked).value());
        } else if (guard instanceof Condition.Present present) {
            return asked.step() != null && asked.step().attributes().containsKey(present.attribute());
        } else if (guard instanceof Condition.Any any) {
            return any.of().stream().anyMatch(part -> holds(part, asked));
        } else if (guard instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holds(part, asked));
        } else if (guard instanceof Condition.Not not) {
            return !holds(not.of(), asked);
        } else if (guard instanceof Condition.Times times) {
            var count = counting(times.step(), asked.from()).count();
            return count >= times.atLeast() && count <= times.atMost();
        } else if (guard instanceof Condition.Elapsed elapsed) {
            return hasElapsed(elapsed, asked);
        } else if (guard instanceof Condition.InForce force) {
            var day = asked.inForce();
            return day != null
                    && (force.from() == null || !day.isBefore(force.from()))
                    && (force.until() == null || !day.isAfter(force.until()));
        } else if (guard instanceof Condition.AnyOpen open) {
            return history.open(open.round()).anyMatch(round -> holds(open.where(), asked.from(round)));
        }
        var each = (Condition.ForEach) guard;
        var holders = history.roles.holders(each.role());
        return !holders.isEmpty()
                && holders.stream()
                        .allMatch(member -> holds(each.is(), asked.from(Instance.member(each.role(), member))));
    }

    /** With the limits for which a step is late as it finds them; one that does not meet them is so by its day alone. */
    Asked found(Asked asked) {
        var step = Objects.requireNonNull(asked.step());
        var past = history.definition.limits().stream()
                .filter(limit -> ending(limit.name(), asked.from())
                        .filter(clock -> isLate(clock, step))
                        .isPresent())
                .toList();
        var byDay = past.stream().map(Limit::name).collect(Collectors.toSet());
        var found = asked.late(byDay, byDay);
        return found.late(
                past.stream()
                        .filter(limit -> !isListed(limit, step.step()) || meets(limit, step.step(), found))
                        .map(Limit::name)
                        .collect(Collectors.toSet()),
                byDay);
    }

    private static boolean isListed(Limit limit, String step) {
        return limit.metBy().stream().anyMatch(met -> met.step().equals(step));
    }

    /** Whether the step is one that meets the limit, under its guard. */
    boolean meets(Limit limit, String step, Asked asked) {
        return limit.metBy().stream().anyMatch(met -> met.step().equals(step) && holds(met.when(), asked.byDayAlone()));
    }

    /** After the end of the limit, which is not held, paused or released. */
    static boolean isLate(Clock clock, StepRecord step) {
        return clock.state != Clock.State.RELEASED
                && !clock.held
                && clock.pausedSince == null
                && clock.hasPassed(step.occurredOn(), step.occurredAt());
    }

    private @Nullable String value(Condition.Holds holds, Asked asked) {
        var step = holds.step();
        if (step == null) {
            return asked.step() == null ? null : asked.step().attributes().get(holds.attribute());
        } else if (step.equals("case")) {
            return history.value(holds.attribute());
        }
        var newest = newest(step, asked.from());
        return newest == null || newest.step == null
                ? null
                : newest.step.attributes().get(holds.attribute());
    }

    private boolean hasElapsed(Condition.Elapsed elapsed, Asked asked) {
        var from = newestDay(elapsed.from(), asked);
        var to = newestDay(elapsed.to(), asked);
        var period = history.period(elapsed.within(), asked);
        if (from == null || to == null || period == null) {
            return false;
        }
        var order = to.day().compareTo(from.day().plus(period));
        return switch (elapsed.comparison()) {
            case MORE_THAN -> order > 0;
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case LESS_THAN -> order < 0;
        };
    }

    /** The point as guards and verbs mean it: the newest that counts. */
    Clock.@Nullable From newestDay(Point point, Asked asked) {
        return day(point, asked, newest(name(point), asked.from()));
    }

    /** The point as the ends of limits mean it: the first occurrence with effect. */
    Clock.@Nullable From firstDay(Point point, Asked asked) {
        // The page says "a name means the first occurrence"; the engine takes what a step states from the newest.
        var occurrence =
                point instanceof Point.Happening ? first(name(point), asked.from()) : newest(name(point), asked.from());
        return day(point, asked, occurrence);
    }

    private Clock.@Nullable From day(Point point, Asked asked, @Nullable Occurrence occurrence) {
        if (point instanceof Point.This) {
            var step = asked.step();
            return step == null ? null : new Clock.From(step.occurredOn(), step.occurredAt());
        } else if (point instanceof Point.EndOf end) {
            return ending(end.limit(), asked.from())
                    .map(clock -> new Clock.From(Objects.requireNonNull(clock.end()), clock.now.at()))
                    .orElse(null);
        } else if (occurrence == null) {
            return null;
        }
        var step = occurrence.step;
        if (point instanceof Point.Happening) {
            return new Clock.From(occurrence.day, step == null ? null : step.occurredAt());
        } else if (point instanceof Point.Until) {
            var until = step == null ? null : step.until();
            return until == null ? null : new Clock.From(until, (OffsetDateTime) null);
        }
        var stated = step == null ? null : step.attributes().get(((Point.Stated) point).attribute());
        return stated == null ? null : new Clock.From(LocalDate.parse(stated), null);
    }

    /** The limit whose end is meant: in the newest round in which it has one, or of the members the latest. */
    private Optional<Clock> ending(String limit, View from) {
        return seen(limit, from)
                .filter(clock -> clock.end() != null)
                .sorted(Comparator.comparing(clock -> Objects.toString(clock.in.member(), "")))
                .max(Comparator.<Clock>comparingInt(clock -> clock.in.number())
                        .thenComparing(clock -> Objects.requireNonNull(clock.end())));
    }

    private static String name(Point point) {
        if (point instanceof Point.Happening happening) {
            return happening.name();
        } else if (point instanceof Point.Stated stated) {
            return stated.step();
        }
        return point instanceof Point.Until until ? until.step() : "";
    }

    @Nullable
    Occurrence newest(String name, View from) {
        return counting(name, from).reduce((a, b) -> order(a, b) <= 0 ? b : a).orElse(null);
    }

    private @Nullable Occurrence first(String name, View from) {
        return history.occurrences.stream()
                .filter(one -> one.name.equals(name) && one.anchors && from.sees(one))
                .reduce((a, b) -> order(b, a) < 0 ? b : a)
                .orElse(null);
    }

    private static int order(Occurrence a, Occurrence b) {
        return Comparator.<Occurrence, LocalDate>comparing(one -> one.day)
                .thenComparing(Occurrence::round)
                .thenComparing(one -> Objects.toString(one.in.member(), ""))
                .compare(a, b);
    }

    private Stream<Occurrence> counting(String name, View from) {
        return history.occurrences.stream().filter(one -> one.name.equals(name) && one.counts && from.sees(one));
    }

    private Stream<Clock> seen(String limit, View from) {
        return history.clocks(limit).filter(clock -> from.sees(clock.in));
    }

    List<Occurrence> all(String name) {
        return history.occurrences.stream().filter(one -> one.name.equals(name)).toList();
    }
}
