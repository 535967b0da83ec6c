// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.caseledger.procedure.library.Library;

/** Counting held against a second way of counting that only ever takes one day at a time. */
class CountingProperties {

    private static final Calendar DUBLIN = Library.shipped().calendar("eu-604-2013-art42@1");
    private static final Calendar ROLLING = Library.shipped().calendar("eu-2024-1351-art75@1");

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 20 * 365).map(days -> LocalDate.of(2014, 1, 1)
                .plusDays(days));
    }

    /** Walks to the month that is so many months on, then to the day of that number or as far as the month goes. */
    private static LocalDate walkMonths(LocalDate event, int months) {
        var day = event;
        var left = months;
        while (left > 0) {
            var next = day.plusDays(1);
            if (next.getMonthValue() != day.getMonthValue()) {
                left--;
            }
            day = next;
        }
        if (months == 0) {
            return event;
        }
        while (day.getDayOfMonth() < event.getDayOfMonth() && day.plusDays(1).getMonthValue() == day.getMonthValue()) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate walkDays(LocalDate event, int days) {
        var day = event;
        for (int i = 0; i < days; i++) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Property
    void months_and_weeks_are_counted_as_by_hand(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(max = 40) int months,
            @ForAll @IntRange(max = 30) int weeks) {
        var expected = walkDays(walkMonths(event, months), 7 * weeks);

        assertThat(DUBLIN.end(event, Period.of(0, months, 7 * weeks), "AT").day())
                .isEqualTo(expected);
    }

    @Property
    void a_rolled_day_is_the_first_working_day_from_there(@ForAll("days") LocalDate day) {
        for (var country : ROLLING.holidays().keySet()) {
            var rolled = ROLLING.roll(day, country).day();
            assertThat(isFree(rolled, country)).isFalse();
            for (var between = day; between.isBefore(rolled); between = between.plusDays(1)) {
                assertThat(isFree(between, country)).isTrue();
            }
        }
    }

    private static boolean isFree(LocalDate day, String country) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || Objects.requireNonNull(ROLLING.holidays().get(country)).contains(day);
    }
}
