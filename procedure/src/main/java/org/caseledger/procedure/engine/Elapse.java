// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** Whether the second of two days lies so far after the first. By dates alone. */
record Elapse(Condition.Elapsed condition, PointRule from, PointRule to) implements Guard {

    Elapse(Condition.Elapsed condition, Points points) {
        this(condition, points.compile(condition.from()), points.compile(condition.to()));
    }

    @Override
    public boolean holds(Situation situation) {
        var start = from.find(situation, false);
        var end = to.find(situation, false);
        var mark = start == null || end == null ? null : plus(start.on(), condition.within(), situation);
        return mark != null && end != null && compare(end.on(), mark);
    }

    private boolean compare(LocalDate day, LocalDate mark) {
        return switch (condition.comparison()) {
            case MORE_THAN -> day.isAfter(mark);
            case AT_LEAST -> !day.isBefore(mark);
            case AT_MOST -> !day.isAfter(mark);
            case LESS_THAN -> day.isBefore(mark);
        };
    }

    /** The day so much later, or null for a period that is not one of dates. */
    private static @Nullable LocalDate plus(LocalDate day, @Nullable Within within, Situation situation) {
        if (within instanceof Within.Parameter parameter) {
            var row = situation.program().parameter(parameter.name()).row(situation);
            return plus(day, row.within(), situation);
        }
        return within instanceof Within.Dates dates ? day.plus(dates.period()) : null;
    }
}
