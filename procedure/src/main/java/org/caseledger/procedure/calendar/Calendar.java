// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/**
 * A counting rule with the holidays and offsets it counts with: versioned data, never computed here.
 *
 * @param rolls whether a last day on a Saturday, Sunday or holiday moves to the next working day
 * @param firstYear first year for which it has data
 * @param lastYear last year for which it has data
 * @param holidays country to its public holidays
 * @param offsets country to the days from whose start an offset holds
 */
public record Calendar(
        Pin pin,
        ObjectNode content,
        boolean rolls,
        int firstYear,
        int lastYear,
        SortedMap<String, SortedSet<LocalDate>> holidays,
        SortedMap<String, NavigableMap<LocalDate, ZoneOffset>> offsets) {

    /**
     * The end of a period.
     *
     * @param day the last day, until 24:00
     * @param certain false where the calendar lacks the holidays that decide the day
     */
    public record End(LocalDate day, boolean certain) {}

    /** The content that is proposed to the ledger; a copy. */
    @Override
    public ObjectNode content() {
        return content.deepCopy();
    }

    /** The offset in a country at the start of a day, from the calendar's data; UTC where it has none. */
    public ZoneOffset offset(String country, LocalDate date) {
        var transitions = offsets.get(country);
        if (transitions == null || lacks(date)) {
            return ZoneOffset.UTC;
        }
        var entry = transitions.floorEntry(date);
        return entry == null ? ZoneOffset.UTC : entry.getValue();
    }

    /**
     * Counts a period. The day of the event is not counted; a period of months ends on the day of the same number or,
     * where the month has none, on its last day; then weeks and days follow; then it rolls if the rule says so.
     *
     * @param country the acting State's country code, or null where nobody holds the role yet
     */
    public End end(LocalDate event, Period period, @Nullable String country) {
        return rolled(event.plus(period), country);
    }

    /** The day itself, or the next working day where this calendar rolls. */
    public End rolled(LocalDate day, @Nullable String country) {
        if (!rolls) {
            return new End(day, true);
        }
        var known = country == null ? null : holidays.get(country);
        var last = day;
        var certain = true;
        while (true) {
            certain &= known != null && !lacks(last);
            if (!isWeekend(last) && (known == null || !known.contains(last))) {
                return new End(last, certain);
            }
            last = last.plusDays(1);
        }
    }

    private boolean lacks(LocalDate day) {
        return day.getYear() < firstYear || day.getYear() > lastYear;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
