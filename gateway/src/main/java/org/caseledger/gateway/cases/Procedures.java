// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.calendar.CalendarReader;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.Pin;

/** The engines of the definitions and calendars on the ledger; both never change, so that each is made once. */
public final class Procedures {

    private final GovernanceStore store;
    private final Map<List<Pin>, Engine> engines = new ConcurrentHashMap<>();
    private final Map<Pin, Calendar> calendars = new ConcurrentHashMap<>();
    private final Map<Pin, Definition> definitions = new ConcurrentHashMap<>();

    public Procedures(GovernanceStore store) {
        this.store = store;
    }

    /** The engine of a case's own pins. */
    public Engine engine(CaseHeader header) {
        var pins = new ArrayList<Pin>();
        pins.add(header.definition());
        pins.addAll(header.calendars());
        return engines.computeIfAbsent(
                List.copyOf(pins),
                absent -> Engine.of(
                        definition(header.definition()),
                        header.calendars().stream().map(this::calendar).toList()));
    }

    public Definition definition(Pin pin) {
        return definitions.computeIfAbsent(pin, absent -> DefinitionReader.read(store.content("procedure", pin)));
    }

    public Calendar calendar(Pin pin) {
        return calendars.computeIfAbsent(pin, absent -> CalendarReader.read(store.content("calendar", pin)));
    }
}
