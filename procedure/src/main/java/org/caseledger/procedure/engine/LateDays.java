// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** By how many days the step being played comes late for each limit that rules ask about, as it found them. */
final class LateDays {

    /** In time, or there is no such limit. */
    static final int NONE = -1;

    private final int[] byDay;
    private final int[] days;

    LateDays(int limits) {
        byDay = new int[limits];
        days = new int[limits];
        Arrays.fill(byDay, NONE);
        Arrays.fill(days, NONE);
    }

    void find(Situation situation, StepRule rule, StepRecord step, List<LimitRule> asked) {
        for (var limit : asked) {
            byDay[limit.index()] = of(limit, situation, step);
        }
        for (var limit : asked) {
            var late = byDay[limit.index()];
            days[limit.index()] = late == NONE || couldMeet(rule, limit, situation) ? late : NONE;
        }
    }

    /** By the day of the step alone, whether it could meet the limit or not. */
    int byDay(int limit) {
        return byDay[limit];
    }

    int of(int limit) {
        return days[limit];
    }

    /** Days after the last one, 0 for hours of the same day, or {@link #NONE}. */
    static int of(LimitMark mark, StepRecord step) {
        return of(mark.lateAfter(), mark.end(), mark.endAt(), step);
    }

    private static int of(LimitRule limit, Situation situation, StepRecord step) {
        var inside = situation.inside(limit.scope());
        if (inside != null) {
            var mark = inside.limit(limit);
            return mark == null ? NONE : of(mark, step);
        }
        var end = situation.marking().of(limit.scope()).endOf(limit);
        return end == null ? NONE : of(end.lateAfter(), end.day(), end.at(), step);
    }

    private static int of(
            @Nullable LocalDate last, @Nullable LocalDate end, @Nullable OffsetDateTime endAt, StepRecord step) {
        if (last == null) {
            return NONE;
        }
        var at = step.occurredAt();
        var isAfter = (endAt != null && at != null && last.equals(end))
                ? at.isAfter(endAt)
                : step.occurredOn().isAfter(last);
        return isAfter ? (int) ChronoUnit.DAYS.between(last, step.occurredOn()) : NONE;
    }

    /** A step that meets the limit under a guard is not late for it where that does not hold. */
    private static boolean couldMeet(StepRule rule, LimitRule limit, Situation situation) {
        for (var meeting : rule.meets()) {
            if (meeting.limit().index() == limit.index()) {
                return meeting.when().holds(situation);
            }
        }
        return true;
    }
}
