// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Writes the clock changes of the JDK's zones in the calendar's form; zones that agree share one list. */
final class ZoneTable {

    private final Instant first;
    private final Instant last;
    private final Map<ObjectNode, String> names = new HashMap<>();
    private final ObjectNode zones = JsonNodeFactory.instance.objectNode();
    private final ObjectNode offsets = JsonNodeFactory.instance.objectNode();

    ZoneTable(int firstYear, int lastYear) {
        // Local days begin before UTC's.
        first = LocalDate.of(firstYear, 1, 1).minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        last = LocalDate.of(lastYear + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    void add(State state) {
        var zone = zone(state.zone());
        var name = names.computeIfAbsent(zone, absent -> state.zone().getId());
        zones.set(name, zone);
        offsets.put(state.name(), name);
    }

    ObjectNode zones() {
        return zones;
    }

    ObjectNode offsets() {
        return offsets;
    }

    private ObjectNode zone(ZoneId id) {
        var rules = id.getRules();
        var json = JsonNodeFactory.instance.objectNode();
        json.put(first.toString(), rules.getOffset(first).toString());
        for (var change = rules.nextTransition(first);
                change != null && change.getInstant().isBefore(last);
                change = rules.nextTransition(change.getInstant())) {
            json.put(change.getInstant().toString(), change.getOffsetAfter().toString());
        }
        return json;
    }
}
