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
 * @param moving feasts whose days other States share
 * @param days all others
 */
public record Holidays(Map<MonthDay, Years> yearly, List<Feast> moving, Set<LocalDate> days) {

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

    /**
     * A feast that moves through the year, in the years in which the State keeps it.
     *
     * @param days one a year, in all years of the calendar
     */
    public record Feast(Set<LocalDate> days, Years years) {

        public Feast {
            days = Set.copyOf(days);
        }

        boolean isOn(LocalDate day) {
            return years.contain(day) && days.contains(day);
        }
    }

    public boolean contains(LocalDate day) {
        var years = yearly.get(MonthDay.from(day));
        return (years != null && years.contain(day))
                || days.contains(day)
                || moving.stream().anyMatch(feast -> feast.isOn(day));
    }
}
