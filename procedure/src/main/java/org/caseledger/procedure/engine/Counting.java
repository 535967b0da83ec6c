// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** Finds the ends of one limit in one instance. */
final class Counting {

    private static final int HOURS_A_DAY = 24;

    private final Situation situation;
    private final Anchors anchors;
    private final LimitRule limit;
    private final Calendar calendar;

    private Counting(Situation situation, Anchors anchors, LimitRule limit) {
        this.situation = situation;
        this.anchors = anchors;
        this.limit = limit;
        this.calendar = limit.calendar();
    }

    /** As a limit counts by itself: a name is its first occurrence with effect. */
    static Counting starting(Situation situation, LimitRule limit) {
        return new Counting(situation, Anchors.first(situation), limit);
    }

    /** As if every anchor were one point. */
    static Counting from(Anchored point, Situation situation, LimitRule limit) {
        return new Counting(situation, Anchors.only(situation, point), limit);
    }

    /** As a verb counts: a name is its newest occurrence that counts, {@code same} what the limit is counted from. */
    static Counting moving(Anchored same, Situation situation, LimitRule limit) {
        return new Counting(situation, Anchors.newest(situation, same), limit);
    }

    /** The country whose holidays and clock count, or null where nobody holds the role; only of its own member's. */
    static @Nullable String country(Situation situation, LimitRule limit) {
        var role = limit.limit().countryOf();
        return role.equals(limit.scope().role())
                ? situation.countryOf(role)
                : situation.play().countryOf(role);
    }

    private @Nullable String country() {
        return country(situation, limit);
    }

    /** The limit as it starts from what has happened, or null while its anchor is missing. */
    @Nullable
    LimitMark start(int verb) {
        for (int i = 0; i < limit.alternatives().size(); i++) {
            var alternative = limit.alternatives().get(i);
            var term = alternative.term();
            var anchor = anchor(term);
            var asking = situation.asking(anchor == null ? null : anchor.on());
            if (alternative.when().holds(asking)) {
                return anchor == null
                        ? null
                        : LimitMark.started(anchor, in(asking).reach(term), i, verb);
            }
        }
        return null;
    }

    /** What a term counts from: of several terms, that of the one whose end it is. */
    private @Nullable Anchored anchor(TermRule term) {
        var giving = giving(term);
        return giving == null ? anchors.of(term) : anchor(giving);
    }

    /** Of several terms the one whose end it is, of equal ends the first listed; null where none gives an end. */
    private @Nullable TermRule giving(TermRule term) {
        if (!(term instanceof TermRule.OneOf of)) {
            return null;
        }
        TermRule giving = null;
        var best = Reach.ENDLESS;
        for (var each : of.terms()) {
            var reach = reach(each);
            var isBetter = of.latest() ? best.isBefore(reach) : reach.isBefore(best);
            if (reach.end() != null && (giving == null || isBetter)) {
                giving = each;
                best = reach;
            }
        }
        return giving;
    }

    private Counting in(Situation asking) {
        return new Counting(asking, anchors, limit);
    }

    /** What a term comes to; {@link Reach#ENDLESS} where it gives no end. */
    Reach reach(TermRule term) {
        if (term instanceof TermRule.Counted counted) {
            var from = anchors.of(counted.from());
            return from == null ? Reach.ENDLESS : reach(from, counted.within());
        } else if (term instanceof TermRule.Stated stated) {
            var day = stated.date().find(situation, false);
            return day == null ? Reach.ENDLESS : Reach.of(day.on());
        } else if (term instanceof TermRule.EndOf end) {
            var other = end.end().find(situation, false);
            return other == null ? Reach.ENDLESS : new Reach(other.on(), other.at(), true, false, null);
        }
        var giving = giving(term);
        return giving == null ? Reach.ENDLESS : reach(giving);
    }

    /** So long after a point. */
    Reach reach(Anchored from, Within within) {
        if (within instanceof Within.Dates dates) {
            return Reach.of(calendar.end(from.on(), dates.period(), country()));
        } else if (within instanceof Within.WorkingDays days) {
            return Reach.of(calendar.workingDays(from.on(), days.number(), country()));
        } else if (within instanceof Within.Hours hours) {
            return hours(from, hours.number());
        } else if (within instanceof Within.Parameter parameter) {
            var asking = anchors.areOfVerb() ? situation : situation.asking(from.on());
            var row = situation.program().parameter(parameter.name()).row(asking);
            return row.within() == null
                    ? Reach.ENDLESS
                    : reach(from, row.within()).by(row.source());
        } else if (within instanceof Within.Stated stated) {
            var period = stated(stated);
            return period == null ? Reach.ENDLESS : Reach.of(calendar.end(from.on(), period, country()));
        }
        return Reach.ENDLESS;
    }

    /** An end moved by a period. */
    Reach later(Anchored end, Within by) {
        return by instanceof Within.Hours hours && end.at() != null
                ? Reach.of(calendar.later(end.at(), hours.number(), country()))
                : reach(end, by);
    }

    /** The end so many days later by dates, then rolled. */
    Reach later(Anchored end, long days) {
        return Reach.of(calendar.roll(end.on().plusDays(days), country()));
    }

    private Reach hours(Anchored from, int number) {
        if (from.at() != null) {
            return Reach.of(calendar.hours(from.at(), number, country()));
        }
        var days = (number + HOURS_A_DAY - 1) / HOURS_A_DAY;
        return Reach.of(calendar.end(from.on(), Period.ofDays(days), country())).countedInDays();
    }

    private @Nullable Period stated(Within.Stated stated) {
        var newest = situation.newest(situation.program().happening(stated.step()));
        var period = newest == null ? null : newest.attributes().get(stated.attribute());
        try {
            return period == null ? null : Period.parse(period);
        } catch (DateTimeException noPeriod) {
            return null;
        }
    }

    /** The end with the days that pauses gave, rolled. */
    @Nullable
    LocalDate paused(Reach reach, int days) {
        var end = reach.end();
        return end == null || days == 0 || reach.at() != null
                ? shifted(reach, days)
                : calendar.roll(end.plusDays(days), country()).day();
    }

    private static @Nullable LocalDate shifted(Reach reach, int days) {
        return reach.end() == null ? null : reach.end().plusDays(days);
    }
}
