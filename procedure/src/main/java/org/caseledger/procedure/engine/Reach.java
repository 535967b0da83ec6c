// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.caseledger.procedure.calendar.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * What a term comes to.
 *
 * @param end the last day, or null where it gives no end
 * @param at the instant of the end where hours were counted, else null: then it is 24:00
 * @param certain whether the calendar had what it needed
 * @param inDays whether hours were counted as days, as the anchor has no instant
 * @param rule text of the parameter's source where the period is one, or null
 */
record Reach(
        @Nullable LocalDate end,
        @Nullable OffsetDateTime at,
        boolean certain,
        boolean inDays,
        @Nullable String rule) {

    static final Reach ENDLESS = new Reach(null, null, true, false, null);

    static Reach of(LocalDate day) {
        return new Reach(day, null, true, false, null);
    }

    static Reach of(Calendar.End end) {
        return new Reach(end.day(), null, end.certain(), false, null);
    }

    static Reach of(Calendar.HourEnd end) {
        return new Reach(end.at().toLocalDate(), end.at(), end.certain(), false, null);
    }

    Reach countedInDays() {
        return new Reach(end, at, certain, true, rule);
    }

    Reach by(@Nullable String source) {
        return source == null ? this : new Reach(end, at, certain, inDays, source);
    }

    Reach uncertainUnless(boolean sure) {
        return new Reach(end, at, certain && sure, inDays, rule);
    }

    /** Whether this end comes before the other; both must give one. */
    boolean isBefore(Reach other) {
        if (end == null || other.end == null || !end.equals(other.end)) {
            return end != null && other.end != null && end.isBefore(other.end);
        }
        return at != null && (other.at == null || at.isBefore(other.at));
    }
}
