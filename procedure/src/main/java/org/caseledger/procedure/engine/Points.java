// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.caseledger.procedure.definition.Point;
import org.jspecify.annotations.Nullable;

/** Finds the days that rules speak of. */
final class Points {

    private final Function<String, Happening> happenings;
    private final Function<String, LimitRule> limits;

    Points(Function<String, Happening> happenings, Function<String, LimitRule> limits) {
        this.happenings = happenings;
        this.limits = limits;
    }

    /**
     * The point, or null where it is not known.
     *
     * @param first whether a name means its first occurrence with effect, else the newest that counts
     */
    @Nullable
    Anchored find(Point point, Situation situation, boolean first) {
        if (point instanceof Point.Happening happening) {
            var name = happenings.apply(happening.name());
            var occurrence = first ? situation.first(name) : situation.newest(name);
            return occurrence == null ? null : Anchored.of(happening.name(), occurrence);
        } else if (point instanceof Point.Stated stated) {
            return stated(stated, situation);
        } else if (point instanceof Point.Until until) {
            var newest = situation.newest(happenings.apply(until.step()));
            return newest == null || newest.until() == null
                    ? null
                    : new Anchored("the last day of " + until.step(), newest.command(), newest.until(), null);
        } else if (point instanceof Point.EndOf end) {
            return situation.endOf(limits.apply(end.limit()));
        }
        return current(situation);
    }

    private @Nullable Anchored stated(Point.Stated stated, Situation situation) {
        var newest = situation.newest(happenings.apply(stated.step()));
        var day = newest == null ? null : date(newest.attributes().get(stated.attribute()));
        return newest == null || day == null
                ? null
                : new Anchored(stated.step() + "." + stated.attribute(), newest.command(), day, null);
    }

    private static @Nullable Anchored current(Situation situation) {
        var day = situation.today();
        var trigger = situation.trigger();
        if (day == null) {
            return null;
        }
        return trigger == null
                ? new Anchored("the lapse", null, day, null)
                : new Anchored(trigger.step(), trigger.command(), day, trigger.occurredAt());
    }

    /** The date that a value writes, or null where there is none. */
    static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
