// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.calendar.CalendarReader;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.Pin;

/**
 * The rules that cases are played by, read from the ledger at every use. What was parsed before is kept, and used again
 * only while the ledger holds the same bytes. Thread-safe.
 */
public final class Rulebook {

    private static final int MOST_ENGINES = 256;

    private final ParsedValues<Definition> definitions = new ParsedValues<>();
    private final ParsedValues<Calendar> calendars = new ParsedValues<>();
    private final Map<List<Pin>, Rules> rules = new ConcurrentHashMap<>();

    /** The rules under an active definition, for a case that begins or adopts it. */
    public Rules active(Invocation invocation, String definitionId) {
        var definition = definition(invocation, definitionId, true);
        var counted = new ArrayList<Calendar>();
        for (var id : definition.calendars()) {
            counted.add(calendar(invocation, id, true));
        }
        return rules(definition, counted);
    }

    /** The rules that the case is bound to. */
    public Rules pinned(Invocation invocation, CaseHeader header) {
        var definition = definition(invocation, header.definition().id(), false);
        requireSame(header.definition(), definition.pin());
        var counted = new ArrayList<Calendar>();
        for (var pin : header.calendars()) {
            var calendar = calendar(invocation, pin.id(), false);
            requireSame(pin, calendar.pin());
            counted.add(calendar);
        }
        return rules(definition, counted);
    }

    static Pin checkDefinition(JsonNode content, Participants participants) {
        var definition = readDefinition(content);
        participants.requireChannelFor(definition);
        return definition.pin();
    }

    private static Definition readDefinition(JsonNode content) {
        try {
            return DefinitionReader.read(content);
        } catch (IllegalArgumentException faulty) {
            throw new RefusedException(Refusal.DEFINITION_FAULTY);
        }
    }

    static Pin checkCalendar(JsonNode content, Participants participants) {
        try {
            return CalendarReader.read(content).pin();
        } catch (IllegalArgumentException faulty) {
            throw new RefusedException(Refusal.CALENDAR_FAULTY);
        }
    }

    /** One engine for the same contents: the pins hold their hashes. */
    private Rules rules(Definition definition, List<Calendar> counted) {
        var pins = new ArrayList<Pin>();
        pins.add(definition.pin());
        counted.forEach(calendar -> pins.add(calendar.pin()));
        if (rules.size() > MOST_ENGINES) {
            rules.clear();
        }
        return rules.computeIfAbsent(
                List.copyOf(pins), same -> new Rules(definition, counted, Engine.of(definition, counted)));
    }

    private Definition definition(Invocation invocation, String id, boolean mustBeActive) {
        var missing = mustBeActive ? Refusal.DEFINITION_NOT_ACTIVE : Refusal.STATE_UNREADABLE;
        return definitions.read(invocation, "procedure/" + id, mustBeActive, missing, DefinitionReader::read);
    }

    private Calendar calendar(Invocation invocation, String id, boolean mustBeActive) {
        var missing = mustBeActive ? Refusal.CALENDAR_NOT_ACTIVE : Refusal.STATE_UNREADABLE;
        return calendars.read(invocation, "calendar/" + id, mustBeActive, missing, CalendarReader::read);
    }

    private static void requireSame(Pin pinned, Pin found) {
        if (!pinned.equals(found)) {
            throw new RefusedException(Refusal.STATE_UNREADABLE);
        }
    }
}
