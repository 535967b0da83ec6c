// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** By how many days the step being played comes late for each limit that rules ask about, as it found them. */
final class LateDays {

    /** In time, or there is no such limit. */
    static final int NONE = -1;

    private final int[] days;

    LateDays(int limits) {
        days = new int[limits];
        Arrays.fill(days, NONE);
    }

    void find(Situation situation, StepRule rule, StepRecord step, List<LimitRule> asked) {
        for (var limit : asked) {
            var mark = mark(situation, limit);
            var late = mark == null ? NONE : of(mark, step);
            days[limit.index()] = late == NONE || couldMeet(rule, limit, situation) ? late : NONE;
        }
    }

    int of(int limit) {
        return days[limit];
    }

    /** Days after the last one, 0 for hours of the same day, or {@link #NONE}. */
    static int of(LimitMark mark, StepRecord step) {
        var last = mark.lastDay();
        var suspended = mark.lapsedOn() == null && (mark.held() || mark.paused());
        if (last == null || mark.releasedOn() != null || suspended) {
            return NONE;
        }
        return isAfter(mark, last, step) ? (int) ChronoUnit.DAYS.between(last, step.occurredOn()) : NONE;
    }

    private static boolean isAfter(LimitMark mark, LocalDate last, StepRecord step) {
        var end = last.equals(mark.end()) ? mark.endAt() : null;
        var at = step.occurredAt();
        return (end != null && at != null) ? at.isAfter(end) : step.occurredOn().isAfter(last);
    }

    /** A step that meets the limit under a guard is not late for it where that does not hold. */
    private static boolean couldMeet(StepRule rule, LimitRule limit, Situation situation) {
        var meets = rule.meets();
        for (int i = 0; i < meets.size(); i++) {
            var meeting = meets.get(i);
            if (meeting.limit().index() == limit.index()) {
                return meeting.when().holds(situation);
            }
        }
        return true;
    }

    private static @Nullable LimitMark mark(Situation situation, LimitRule limit) {
        var inside = situation.inside(limit.scope());
        if (inside != null) {
            return inside.limit(limit);
        }
        var frames = situation.marking().of(limit.scope()).frames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            var mark = frames.get(i).limit(limit);
            if (mark != null) {
                return mark;
            }
        }
        return null;
    }
}
