// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The public holidays of one State.
 *
 * @param yearly days that are holidays in each of some years
 * @param moving lists of days that other States share, one list for a feast
 * @param days all others
 */
public record Holidays(Map<MonthDay, Years> yearly, List<Set<LocalDate>> moving, Set<LocalDate> days) {

    public Holidays {
        yearly = Map.copyOf(yearly);
        moving = List.copyOf(moving);
        days = Set.copyOf(days);
    }

    /** Years from the first to the last, both included. */
    public record Years(int first, int last) {

        boolean contain(LocalDate day) {
            return day.getYear() >= first && day.getYear() <= last;
        }
    }

    public boolean contains(LocalDate day) {
        var years = yearly.get(MonthDay.from(day));
        return (years != null && years.contain(day))
                || days.contains(day)
                || moving.stream().anyMatch(feast -> feast.contains(day));
    }
}
