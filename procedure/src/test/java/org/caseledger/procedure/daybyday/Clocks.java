// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.caseledger.procedure.definition.Limit;
import org.jspecify.annotations.Nullable;

/** Limits started, counted again, begun again, held and paused. */
final class Clocks {

    private final History history;
    private final Ends ends;

    Clocks(History history, Ends ends) {
        this.history = history;
        this.ends = ends;
    }

    /** Until nothing changes and in order of the definition: started or counted again, holds and pauses asked. */
    void settle(LocalDate today) {
        var changed = true;
        for (int i = 0; changed && i < 100; i++) {
            changed = false;
            for (var limit : history.definition.limits()) {
                for (var instance : history.instances(limit)) {
                    changed |= start(limit, instance);
                    changed |= suspend(limit, instance, today);
                }
            }
        }
        if (changed) {
            throw new IllegalStateException("limits that start and stop each other without end");
        }
    }

    private boolean start(Limit limit, Instance in) {
        var clock = find(limit, in);
        var asked = new Guards.Asked(in, null, null);
        if (clock != null && clock.again != null) {
            return again(clock, clock.again, asked);
        } else if (clock != null && (!clock.runs() || clock.fixed)) {
            return false;
        }
        var end = ends.of(limit, asked, Ends.Taken.AT_START);
        var until = until(limit, asked);
        if (end != null && until != null && !end.from().day().isBefore(until)) {
            end = null;
        }
        end = end == null ? null : cut(end, until);
        if (end == null) {
            return clock != null && history.clocks.remove(clock);
        }
        var last = isLast(end, until);
        if (clock == null) {
            clock = new Clock(limit, in, end);
            history.clocks.add(clock);
        } else if (end.equals(clock.counted) && last == clock.last) {
            return false;
        }
        clock.counted = end;
        clock.last = last;
        clock.now = paused(clock);
        return true;
    }

    private boolean suspend(Limit limit, Instance in, LocalDate today) {
        var clock = find(limit, in);
        if (clock == null || !clock.runs()) {
            return false;
        }
        var wasHeld = clock.held;
        var wasPaused = clock.pausedSince;
        var ended = clock.now;
        var asked = new Guards.Asked(in, null, today);
        if (limit.hold() != null) {
            var holds = history.guards.holds(limit.hold().condition(), asked);
            if (clock.held && !holds) {
                clock.holdEnded = today;
            }
            clock.held = holds;
        }
        if (limit.pause() != null) {
            var holds = history.guards.holds(limit.pause().condition(), asked);
            if (holds && clock.pausedSince == null) {
                clock.pausedSince = today;
            } else if (!holds && clock.pausedSince != null) {
                clock.pausedDays += clock.pauseUntil(today);
                clock.pausedSince = null;
                clock.now = paused(clock);
            }
        }
        return wasHeld != clock.held || !Objects.equals(wasPaused, clock.pausedSince) || !ended.equals(clock.now);
    }

    /** Moved by the days of its pauses; an hour of the day stays, and does not roll. */
    private Clock.End paused(Clock clock) {
        var end = clock.counted;
        if (end.day() == null || clock.pausedDays == 0) {
            return end;
        }
        var asked = new Guards.Asked(clock.in, null, null);
        if (end.at() != null) {
            var at = end.at().plusDays(clock.pausedDays);
            end = new Clock.End(at.toLocalDate(), at, end.from());
        } else {
            var moved = end.day().plusDays(clock.pausedDays);
            var rolled = ends.calendar(clock.limit).roll(moved, ends.country(clock.limit, asked));
            end = new Clock.End(rolled.day(), null, end.from());
        }
        return end;
    }

    /** A verb or a new period has moved it: after that only verbs do. */
    void fix(Clock clock, Clock.End end) {
        clock.counted = end;
        clock.now = end;
        clock.fixed = true;
        clock.pausedDays = 0;
    }

    void restart(Clock clock, Clock.End end, LocalDate today) {
        fix(clock, end);
        if (clock.pausedSince != null) {
            clock.pausedSince = today;
        }
    }

    void met(Clock clock, Occurrence step) {
        clock.metOn = step.day;
        // No step is late for a limit that is held or paused.
        clock.endWhenMet = clock.held || clock.pausedSince != null ? null : clock.lastDay();
        stop(clock, Clock.State.MET, new Clock.From(step.day, step.at()));
    }

    void passed(Clock clock, LocalDate last) {
        clock.everLapsed = true;
        stop(clock, Clock.State.LAPSED, new Clock.From(last, null));
    }

    private static void stop(Clock clock, Clock.State state, Clock.From from) {
        clock.state = state;
        clock.stoppedOn = from.day();
        clock.again = clock.limit.recurs() == null || clock.last ? null : from;
    }

    /** Met after it had passed. */
    void metLate(Clock clock, Occurrence step) {
        clock.metOn = step.day;
        if (clock.again != null) {
            clock.again = new Clock.From(step.day, step.at());
        }
    }

    /** Begins a limit that recurs again, as soon as it has an end that comes after what it is counted from. */
    private boolean again(Clock clock, Clock.From from, Guards.Asked asked) {
        var until = until(clock.limit, asked);
        var end = ends.of(clock.limit, asked, new Ends.Taken(from, from, true));
        if (end == null || (until != null && !from.day().isBefore(until))) {
            return false;
        }
        var cut = cut(end, until);
        if (cut.day() != null && !cut.day().isAfter(from.day())) {
            return false;
        }
        clock.again = null;
        clock.state = Clock.State.RUNS;
        clock.metOn = null;
        clock.holdEnded = null;
        clock.pausedSince = null;
        clock.held = false;
        fix(clock, cut);
        clock.last = isLast(end, until);
        return true;
    }

    private @Nullable LocalDate until(Limit limit, Guards.Asked asked) {
        var until =
                limit.recurs() == null ? null : ends.end(limit, limit.recurs().until(), asked, Ends.Taken.AT_START);
        return until == null ? null : until.day();
    }

    /** The last of its ends is the one up to which it recurs. */
    private static Clock.End cut(Clock.End end, @Nullable LocalDate until) {
        return isLast(end, until) ? new Clock.End(until, null, end.from()) : end;
    }

    private static boolean isLast(Clock.End end, @Nullable LocalDate until) {
        return end.day() != null && until != null && !end.day().isBefore(until);
    }

    @Nullable
    Clock find(Limit limit, Instance in) {
        return history.clocks.stream()
                .filter(clock -> clock.limit.name().equals(limit.name()) && clock.in.equals(in))
                .findFirst()
                .orElse(null);
    }

    List<Clock> all() {
        return List.copyOf(history.clocks);
    }
}
