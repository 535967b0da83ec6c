// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What the holiday library says: the nation-wide public holidays of a State, and the days that stand in for them. */
final class HolidaySource {

    private HolidaySource() {}

    static NavigableSet<LocalDate> days(State state, int firstYear, int lastYear) {
        var days = new TreeSet<LocalDate>();
        var manager = HolidayManager.getInstance(ManagerParameters.create(state.holidays()));
        for (int year = firstYear; year <= lastYear; year++) {
            for (var holiday : manager.getHolidays(Year.of(year))) {
                if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
                    days.add(holiday.getActualDate());
                    holiday.getObservedDate().ifPresent(days::add);
                }
            }
        }
        days.removeIf(day -> day.getYear() < firstYear || day.getYear() > lastYear);
        return days;
    }
}
