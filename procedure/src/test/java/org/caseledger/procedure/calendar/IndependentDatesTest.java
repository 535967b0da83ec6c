// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import org.caseledger.procedure.calendar.Calendar.End;
import org.caseledger.procedure.calendar.Calendar.HourEnd;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The shipped calendars against dates that src/test/python/dates.py counted with other libraries. */
class IndependentDatesTest {

    private static final Library LIBRARY = Library.shipped();
    private static final Calendar ROLLING = LIBRARY.calendar("eu-2024-1351-art75@1");
    private static final Calendar EEC = LIBRARY.calendar("reg-1182-71@1");

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvFileSource(resources = "/calendar/dates.csv", numLinesToSkip = 1)
    void another_program_counts_the_same(String kind, String state, String from, String period, String expected) {
        var counted =
                switch (kind) {
                    case "plus" -> new End(ROLLING.plus(LocalDate.parse(from), Period.parse(period)), true);
                    case "end" -> ROLLING.end(LocalDate.parse(from), Period.parse(period), state);
                    case "end-1182" -> EEC.end(LocalDate.parse(from), Period.parse(period), state);
                    case "working-days" -> ROLLING.workingDays(LocalDate.parse(from), Integer.parseInt(period), state);
                    case "hours" -> ROLLING.hours(OffsetDateTime.parse(from), Integer.parseInt(period), state);
                    default -> throw new IllegalArgumentException(kind);
                };

        assertThat(counted)
                .isEqualTo(
                        kind.equals("hours")
                                ? new HourEnd(OffsetDateTime.parse(expected), true)
                                : new End(LocalDate.parse(expected), true));
    }
}
