// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The nation-wide public holidays of a State: what the holiday library says, corrected. */
final class HolidaySource {

    private final State state;
    private final int firstYear;
    private final int lastYear;

    HolidaySource(State state, int firstYear, int lastYear) {
        this.state = state;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /** The days that the calendar of that name counts as holidays. */
    NavigableSet<LocalDate> days(String calendar) {
        var named = library();
        for (var correction : Correction.of(state, calendar)) {
            correction.applyTo(named);
        }
        return new TreeSet<>(named.keySet());
    }

    /** Days to the names that the library has for what is kept on them. */
    private Map<LocalDate, NavigableSet<String>> library() {
        var named = new TreeMap<LocalDate, NavigableSet<String>>();
        var manager = HolidayManager.getInstance(ManagerParameters.create(state.holidays()));
        for (int year = firstYear; year <= lastYear; year++) {
            for (var holiday : manager.getHolidays(Year.of(year))) {
                if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                    add(named, holiday.getDate(), holiday);
                    if (isWeekend(holiday.getActualDate())) {
                        add(named, holiday.getActualDate(), holiday);
                    }
                }
            }
        }
        return named;
    }

    private void add(Map<LocalDate, NavigableSet<String>> named, LocalDate day, Holiday holiday) {
        if (day.getYear() >= firstYear && day.getYear() <= lastYear) {
            named.computeIfAbsent(day, absent -> new TreeSet<>()).add(holiday.getPropertiesKey());
        }
    }

    /** A day that another stands in for stays a holiday where that changes no count: so the table stays short. */
    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
