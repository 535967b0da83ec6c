// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.SortedMap;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/**
 * A counting rule with the holidays and offsets it counts with: versioned data, never computed here.
 *
 * <p>A country is the acting State's code, or null where nobody holds the role yet.
 *
 * @param rule how periods are counted
 * @param firstYear first year for which it has data
 * @param lastYear last year for which it has data
 * @param holidays country to its public holidays
 * @param offsets country to the instants from which an offset holds
 */
public record Calendar(
        Pin pin,
        ObjectNode content,
        CountingRule rule,
        int firstYear,
        int lastYear,
        SortedMap<String, Holidays> holidays,
        SortedMap<String, NavigableMap<Instant, ZoneOffset>> offsets) {

    /**
     * The end of a period.
     *
     * @param day the last day, until 24:00
     * @param certain false where the calendar lacks the holidays that decide the day
     */
    public record End(LocalDate day, boolean certain) {}

    /**
     * The end of a period of hours.
     *
     * @param at in the acting State's offset; in that of its beginning where the calendar lacks it
     * @param certain false where the calendar lacks the offset
     */
    public record HourEnd(OffsetDateTime at, boolean certain) {}

    /** The content that is proposed to the ledger; a copy. */
    @Override
    public ObjectNode content() {
        return content.deepCopy();
    }

    /**
     * Counts a period. The day of the event is not counted; a period of months ends on the day of the same number or,
     * where the month has none, on its last day; then weeks and days follow; then it rolls if the rule says so.
     */
    public End end(LocalDate event, Period period, @Nullable String country) {
        var end = plus(event, period);
        var rolled = roll(end, country);
        return ChronoUnit.DAYS.between(event, end) < 2 ? rolled : longEnough(event, rolled, country);
    }

    /** The day so much later by dates alone: no roll, no holidays. */
    public LocalDate plus(LocalDate from, Period period) {
        return from.plus(period);
    }

    /** The day itself, or the next working day where this calendar rolls. */
    public End roll(LocalDate day, @Nullable String country) {
        if (!rule.rolls()) {
            return new End(day, true);
        }
        var last = day;
        var certain = knows(country, last);
        while (!isWorkingDay(last, country)) {
            last = last.plusDays(1);
            certain &= knows(country, last);
        }
        return new End(last, certain);
    }

    /** The working day of that number after the event, whose own day is not counted; none is the event's day. */
    public End workingDays(LocalDate event, int number, @Nullable String country) {
        var day = event;
        var certain = true;
        for (int counted = 0; counted < number; ) {
            day = day.plusDays(1);
            certain &= knows(country, day);
            counted += isWorkingDay(day, country) ? 1 : 0;
        }
        return new End(day, certain);
    }

    /** So many hours of time that really passes; changes of the clock neither shorten nor lengthen it. */
    public HourEnd hours(OffsetDateTime from, int number, @Nullable String country) {
        return later(rule.fromNextHour() ? from.truncatedTo(ChronoUnit.HOURS).plusHours(1) : from, number, country);
    }

    /** So many hours after the end of a period of hours: no event, so that no hour is left out. */
    public HourEnd later(OffsetDateTime end, int hours, @Nullable String country) {
        var later = end.plusHours(hours);
        var offset = known(country, later.toInstant());
        return offset == null ? new HourEnd(later, false) : new HourEnd(later.withOffsetSameInstant(offset), true);
    }

    /** The offset in a country at an instant; UTC where the calendar has none. */
    public ZoneOffset offset(String country, Instant instant) {
        var offset = known(country, instant);
        return offset == null ? ZoneOffset.UTC : offset;
    }

    /** The offset in a country at the start of a day; UTC where the calendar has none. */
    public ZoneOffset offset(String country, LocalDate day) {
        var near = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return offset(country, day.atStartOfDay(offset(country, near)).toInstant());
    }

    private End longEnough(LocalDate event, End end, @Nullable String country) {
        var working = 0;
        var certain = end.certain();
        for (var day = end.day(); working < rule.leastWorkingDays() && day.isAfter(event); day = day.minusDays(1)) {
            certain &= knows(country, day);
            working += isWorkingDay(day, country) ? 1 : 0;
        }
        var missing = workingDays(end.day(), rule.leastWorkingDays() - working, country);
        return new End(missing.day(), certain && missing.certain());
    }

    private boolean isWorkingDay(LocalDate day, @Nullable String country) {
        var known = country == null ? null : holidays.get(country);
        return !rule.weekend().contains(day.getDayOfWeek()) && (known == null || !known.contains(day));
    }

    private boolean knows(@Nullable String country, LocalDate day) {
        return country != null && holidays.containsKey(country) && hasYear(day);
    }

    private @Nullable ZoneOffset known(@Nullable String country, Instant instant) {
        var transitions = country == null ? null : offsets.get(country);
        var entry = transitions == null ? null : transitions.floorEntry(instant);
        return entry != null && hasYear(instant.atOffset(entry.getValue()).toLocalDate()) ? entry.getValue() : null;
    }

    private boolean hasYear(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }
}
