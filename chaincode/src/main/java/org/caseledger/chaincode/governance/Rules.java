// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.record.Pin;

/** A definition with the calendars that it counts with, and the engine that plays them. */
public record Rules(Definition definition, List<Calendar> calendars, Engine engine) {

    public Rules {
        calendars = List.copyOf(calendars);
    }

    public List<Pin> calendarPins() {
        return calendars.stream().map(Calendar::pin).toList();
    }

    /** Which day it is in the member's State; UTC where the calendar has no zone for it. */
    public LocalDate dateIn(Member member, Instant instant) {
        return instant.atOffset(offset(member, instant)).toLocalDate();
    }

    private ZoneOffset offset(Member member, Instant instant) {
        return calendars.stream()
                .filter(calendar -> calendar.pin().id().equals(definition.calendar()))
                .findFirst()
                .map(calendar -> calendar.offset(member.country(), instant))
                .orElse(ZoneOffset.UTC);
    }
}
