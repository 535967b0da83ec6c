// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;

/** The calendars that ship, against the libraries that they were made with. */
class ShippedCalendarsTest {

    @Test
    void what_ships_is_what_the_libraries_outside_say() {
        assertThat(Library.shipped().calendars())
                .containsExactlyElementsOf(CalendarGenerator.calendars().stream()
                        .map(CalendarReader::read)
                        .toList());
    }
}
