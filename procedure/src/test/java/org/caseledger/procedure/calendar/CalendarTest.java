// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.caseledger.procedure.calendar.Calendar.End;
import org.caseledger.procedure.calendar.Calendar.HourEnd;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;

/** What the shipped calendars count, against days taken by hand from printed calendars. */
class CalendarTest {

    private static final Library LIBRARY = Library.shipped();
    private static final Calendar DUBLIN = LIBRARY.calendar("eu-604-2013-art42@1");
    private static final Calendar AMMR = LIBRARY.calendar("eu-2024-1351-art75@1");
    private static final Calendar EEC = LIBRARY.calendar("reg-1182-71@1");
    private static final Calendar GENERAL = LIBRARY.calendar("coe-cets-76@1");
    private static final Calendar GERMAN = LIBRARY.calendar("de-bgb-187-193@1");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static End certain(String day) {
        return new End(day(day), true);
    }

    private static End uncertain(String day) {
        return new End(day(day), false);
    }

    private static OffsetDateTime at(String instant) {
        return OffsetDateTime.parse(instant);
    }

    @Test
    void months_end_on_the_same_date_or_on_the_last_day() {
        assertThat(DUBLIN.end(day("2015-03-23"), Period.ofMonths(6), "AT")).isEqualTo(certain("2015-09-23"));
        assertThat(DUBLIN.end(day("2026-08-31"), Period.ofMonths(6), "AT")).isEqualTo(certain("2027-02-28"));
        assertThat(DUBLIN.end(day("2015-03-09"), Period.ofWeeks(2), "BG")).isEqualTo(certain("2015-03-23"));
        assertThat(DUBLIN.end(day("2015-01-31"), Period.of(0, 1, 7), "BG")).isEqualTo(certain("2015-03-07"));
    }

    @Test
    void dublin_iii_does_not_roll_over_and_the_later_regulations_do() {
        assertThat(DUBLIN.roll(day("2015-06-07"), "AT")).isEqualTo(certain("2015-06-07"));
        assertThat(AMMR.roll(day("2015-06-06"), "AT")).isEqualTo(certain("2015-06-08"));
        assertThat(AMMR.roll(day("2015-06-07"), "AT")).isEqualTo(certain("2015-06-08"));
        assertThat(AMMR.roll(day("2015-06-08"), "AT")).isEqualTo(certain("2015-06-08"));
        assertThat(AMMR.roll(day("2015-12-25"), "AT")).isEqualTo(certain("2015-12-28"));
        assertThat(AMMR.roll(day("2015-03-03"), "AT")).isEqualTo(certain("2015-03-03"));
        assertThat(AMMR.roll(day("2015-03-03"), "BG")).isEqualTo(certain("2015-03-04"));
    }

    @Test
    void days_that_a_state_declared_under_the_convention_count_there_only() {
        assertThat(GENERAL.roll(day("2024-03-29"), "AT")).isEqualTo(certain("2024-04-02"));
        assertThat(AMMR.roll(day("2024-03-29"), "AT")).isEqualTo(certain("2024-03-29"));
        assertThat(GENERAL.roll(day("2024-03-25"), "LI")).isEqualTo(certain("2024-03-26"));
        assertThat(GENERAL.roll(day("2024-03-29"), "BE")).isEqualTo(certain("2024-03-29"));
    }

    @Test
    void a_year_or_country_without_data_is_said_and_never_taken_for_no_holiday() {
        assertThat(AMMR.roll(day("2009-12-31"), "AT")).isEqualTo(uncertain("2009-12-31"));
        assertThat(AMMR.roll(day("2010-01-04"), "AT")).isEqualTo(certain("2010-01-04"));
        assertThat(AMMR.roll(day("2010-01-01"), "AT")).isEqualTo(certain("2010-01-04"));
        assertThat(AMMR.roll(day("2045-12-29"), "AT")).isEqualTo(certain("2045-12-29"));
        assertThat(AMMR.roll(day("2045-12-31"), "AT")).isEqualTo(uncertain("2046-01-01"));
        assertThat(AMMR.roll(day("2046-01-01"), "AT")).isEqualTo(uncertain("2046-01-01"));
        assertThat(AMMR.roll(day("2015-12-25"), "US")).isEqualTo(uncertain("2015-12-25"));
        assertThat(AMMR.roll(day("2015-12-26"), null)).isEqualTo(uncertain("2015-12-28"));
        assertThat(GERMAN.roll(day("2015-12-26"), "DE")).isEqualTo(certain("2015-12-28"));
        assertThat(GERMAN.roll(day("2015-12-26"), "AT")).isEqualTo(uncertain("2015-12-28"));
        assertThat(DUBLIN.roll(day("2046-01-01"), null)).isEqualTo(certain("2046-01-01"));
    }

    @Test
    void working_days_skip_weekends_and_the_holidays_of_the_acting_state() {
        assertThat(AMMR.workingDays(day("2024-12-20"), 3, "AT")).isEqualTo(certain("2024-12-27"));
        assertThat(AMMR.workingDays(day("2024-12-20"), 3, "CZ")).isEqualTo(certain("2024-12-30"));
        assertThat(AMMR.workingDays(day("2024-03-27"), 3, "AT")).isEqualTo(certain("2024-04-02"));
        assertThat(AMMR.workingDays(day("2024-03-27"), 3, "DE")).isEqualTo(certain("2024-04-03"));
        assertThat(AMMR.workingDays(day("2024-12-20"), 0, "AT")).isEqualTo(certain("2024-12-20"));
        assertThat(AMMR.workingDays(day("2024-12-20"), 1, null)).isEqualTo(uncertain("2024-12-23"));
        assertThat(AMMR.workingDays(day("2045-12-28"), 1, "AT")).isEqualTo(certain("2045-12-29"));
        assertThat(AMMR.workingDays(day("2045-12-29"), 1, "AT")).isEqualTo(uncertain("2046-01-01"));
        assertThat(AMMR.workingDays(day("2009-12-31"), 1, "AT")).isEqualTo(certain("2010-01-04"));
        assertThat(AMMR.workingDays(day("2009-12-30"), 2, "AT")).isEqualTo(uncertain("2010-01-04"));
        assertThat(DUBLIN.workingDays(day("2024-12-20"), 1, "AT").certain()).isFalse();
    }

    @Test
    void by_regulation_1182_71_two_days_or_more_contain_two_working_days() {
        assertThat(EEC.end(day("2015-06-05"), Period.ofDays(1), "AT")).isEqualTo(certain("2015-06-08"));
        assertThat(EEC.end(day("2015-06-05"), Period.ofDays(2), "AT")).isEqualTo(certain("2015-06-09"));
        assertThat(EEC.end(day("2015-06-05"), Period.ofDays(4), "AT")).isEqualTo(certain("2015-06-09"));
        assertThat(EEC.end(day("2015-06-01"), Period.ofDays(2), "AT")).isEqualTo(certain("2015-06-03"));
        assertThat(AMMR.end(day("2015-06-05"), Period.ofDays(2), "AT")).isEqualTo(certain("2015-06-08"));
        assertThat(EEC.end(day("2015-06-05"), Period.ofDays(2), null)).isEqualTo(uncertain("2015-06-09"));
        assertThat(EEC.end(day("2045-12-27"), Period.ofDays(2), "AT")).isEqualTo(certain("2045-12-29"));
        assertThat(EEC.end(day("2045-12-28"), Period.ofDays(2), "AT")).isEqualTo(uncertain("2046-01-01"));
    }

    @Test
    void hours_are_hours_that_pass_also_when_the_clock_changes() {
        assertThat(AMMR.hours(at("2026-03-27T10:30+01:00"), 72, "DE"))
                .isEqualTo(new HourEnd(at("2026-03-30T11:30+02:00"), true));
        assertThat(AMMR.hours(at("2026-10-23T10:30+02:00"), 72, "DE"))
                .isEqualTo(new HourEnd(at("2026-10-26T09:30+01:00"), true));
        assertThat(AMMR.hours(at("2026-06-01T23:30Z"), 48, "GR"))
                .isEqualTo(new HourEnd(at("2026-06-04T02:30+03:00"), true));
    }

    @Test
    void by_regulation_1182_71_the_hour_of_the_event_is_not_counted() {
        assertThat(EEC.hours(at("2026-06-01T10:20:30+02:00"), 72, "DE").at()).isEqualTo("2026-06-04T11:00+02:00");
        assertThat(EEC.hours(at("2026-06-01T10:00+02:00"), 72, "DE").at()).isEqualTo("2026-06-04T11:00+02:00");
    }

    @Test
    void hours_added_to_an_end_leave_no_hour_out() {
        assertThat(EEC.later(at("2026-06-04T11:00+02:00"), 48, "DE"))
                .isEqualTo(new HourEnd(at("2026-06-06T11:00+02:00"), true));
        assertThat(EEC.later(at("2026-10-24T11:00+02:00"), 48, "DE").at()).isEqualTo("2026-10-26T10:00+01:00");
        assertThat(EEC.later(at("2026-06-04T11:00+02:00"), 48, null).certain()).isFalse();
    }

    @Test
    void hours_without_an_offset_keep_that_of_their_beginning_and_say_so() {
        assertThat(AMMR.hours(at("2026-06-01T10:30+02:00"), 48, null))
                .isEqualTo(new HourEnd(at("2026-06-03T10:30+02:00"), false));
        assertThat(AMMR.hours(at("2026-06-01T10:30+02:00"), 48, "US").certain()).isFalse();
        assertThat(AMMR.hours(at("2009-12-31T20:00+01:00"), 4, "DE"))
                .isEqualTo(new HourEnd(at("2010-01-01T00:00+01:00"), true));
        assertThat(AMMR.hours(at("2009-12-31T20:00+01:00"), 3, "DE"))
                .isEqualTo(new HourEnd(at("2009-12-31T23:00+01:00"), false));
        assertThat(AMMR.hours(at("2045-12-31T20:00+01:00"), 3, "DE"))
                .extracting(HourEnd::certain)
                .isEqualTo(true);
        assertThat(AMMR.hours(at("2045-12-31T20:00+01:00"), 4, "DE"))
                .extracting(HourEnd::certain)
                .isEqualTo(false);
    }

    @Test
    void an_offset_holds_from_an_instant_and_from_the_start_of_a_day() {
        assertThat(DUBLIN.offset("AT", Instant.parse("2015-03-29T00:59:59Z"))).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(DUBLIN.offset("AT", Instant.parse("2015-03-29T01:00:00Z"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("AT", day("2015-03-29"))).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(DUBLIN.offset("AT", day("2015-03-30"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("AT", day("2015-10-25"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("AT", day("2015-10-26"))).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(DUBLIN.offset("BG", day("2015-07-01"))).isEqualTo(ZoneOffset.ofHours(3));
        assertThat(DUBLIN.offset("BG", day("2010-01-01"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("BG", day("2009-12-31"))).isEqualTo(ZoneOffset.UTC);
        assertThat(DUBLIN.offset("BG", day("2045-12-31"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("BG", day("2046-01-01"))).isEqualTo(ZoneOffset.UTC);
        assertThat(DUBLIN.offset("US", day("2015-07-01"))).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void a_day_so_much_later_is_counted_by_dates_alone() {
        assertThat(AMMR.plus(day("2024-02-29"), Period.ofYears(1))).isEqualTo("2025-02-28");
        assertThat(AMMR.plus(day("2014-12-25"), Period.ofYears(1))).isEqualTo("2015-12-25");
        assertThat(AMMR.plus(day("2015-08-31"), Period.of(0, 6, 1))).isEqualTo("2016-03-01");
    }
}
