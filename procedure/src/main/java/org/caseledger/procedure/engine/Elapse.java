// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.Period;
import org.caseledger.procedure.definition.Condition;

/** Whether the second of two days lies so far after the first. By dates alone. */
record Elapse(Condition.Elapsed condition, Points points) implements Guard {

    @Override
    public boolean holds(Situation situation) {
        var from = points.find(condition.from(), situation, false);
        var to = points.find(condition.to(), situation, false);
        return from != null && to != null && compare(to.on(), plus(from.on(), condition.period()));
    }

    private boolean compare(LocalDate day, LocalDate mark) {
        return switch (condition.comparison()) {
            case MORE_THAN -> day.isAfter(mark);
            case AT_LEAST -> !day.isBefore(mark);
            case AT_MOST -> !day.isAfter(mark);
            case LESS_THAN -> day.isBefore(mark);
        };
    }

    private static LocalDate plus(LocalDate day, Period period) {
        return day.plus(period);
    }
}
