// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.caseledger.procedure.definition.Limit;
import org.jspecify.annotations.Nullable;

/** One limit in one instance, as it stands. */
final class Clock {

    /** What it is counted from. */
    record From(LocalDate day, @Nullable OffsetDateTime at) {}

    /** An end: none for a duty without one. */
    record End(@Nullable LocalDate day, @Nullable OffsetDateTime at, From from) {}

    enum State {
        RUNS,
        MET,
        LAPSED,
        RELEASED
    }

    final Limit limit;
    final Instance in;
    State state = State.RUNS;

    /** As counted, without the days of pauses. */
    End counted;

    /** Its end as things are, with the days of pauses. */
    End now;

    /** Whether a verb, or a new period, has fixed what it is counted from. */
    boolean fixed;

    /** From where a limit that recurs is to begin again, or null. */
    @Nullable
    From again;

    /** Whether it runs up to the end of its recurrence, and so for the last time. */
    boolean last;

    boolean everLapsed;
    boolean held;

    @Nullable
    LocalDate pausedSince;

    long pausedDays;

    /** The day on which a hold ended after the end had passed. */
    @Nullable
    LocalDate holdEnded;

    @Nullable
    LocalDate metOn;

    @Nullable
    LocalDate stoppedOn;

    @Nullable
    LocalDate endWhenMet;

    Clock(Limit limit, Instance in, End counted) {
        this.limit = limit;
        this.in = in;
        this.counted = counted;
        this.now = counted;
    }

    @Nullable
    LocalDate end() {
        return now.day();
    }

    boolean runs() {
        return state == State.RUNS;
    }

    /** The last day: after a hold that outlived the end the day on which it ended. */
    @Nullable
    LocalDate lastDay() {
        var end = now.day();
        return end != null && holdEnded != null && holdEnded.isAfter(end) ? holdEnded : end;
    }

    boolean hasPassed(LocalDate day, @Nullable OffsetDateTime at) {
        var last = lastDay();
        if (last == null) {
            return false;
        }
        if (now.at() != null && at != null && last.equals(now.day())) {
            return at.isAfter(now.at());
        }
        return day.isAfter(last);
    }

    /** Whether a verb that may come only by the end comes too late. */
    boolean hasEnded(Occurrence trigger) {
        if (now.at() != null && trigger.at() != null) {
            return trigger.at().isAfter(now.at());
        }
        return now.day() != null && trigger.day.isAfter(now.day());
    }

    long pauseUntil(LocalDate day) {
        return pausedSince == null ? 0 : ChronoUnit.DAYS.between(pausedSince, day);
    }
}
