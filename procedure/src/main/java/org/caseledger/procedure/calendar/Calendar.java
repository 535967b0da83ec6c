// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.caseledger.procedure.record.Pin;

/** A counting rule with the holidays and offsets it counts with: versioned data, never computed here. */
public interface Calendar {

    Pin pin();

    JsonNode content();

    /** The offset in a country at the start of a day, from the calendar's data; UTC where it has none. */
    ZoneOffset offset(String country, LocalDate date);
}
