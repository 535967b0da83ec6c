// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.caseledger.procedure.calendar.Values.malformed;
import static org.caseledger.procedure.calendar.Values.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the offsets of a calendar. */
final class OffsetsReader {

    private OffsetsReader() {}

    /** {@code zones} is {@code {zone: {instant: offset}}}, {@code offsets} is {@code {country: zone}}. */
    static SortedMap<String, NavigableMap<Instant, ZoneOffset>> read(JsonNode zones, JsonNode offsets) {
        var known = Values.map("zones", zones, OffsetsReader::zone);
        return Values.perCountry("offsets", offsets, name -> zone(text("offsets", name), known));
    }

    private static NavigableMap<Instant, ZoneOffset> zone(JsonNode json) {
        var zone = new TreeMap<Instant, ZoneOffset>();
        Values.map("zones", json, offset -> Values.time("zones", text("zones", offset), ZoneOffset::of))
                .forEach((instant, offset) -> zone.put(Values.time("zones", instant, Instant::parse), offset));
        return Collections.unmodifiableNavigableMap(zone);
    }

    private static NavigableMap<Instant, ZoneOffset> zone(
            String name, Map<String, NavigableMap<Instant, ZoneOffset>> zones) {
        var zone = zones.get(name);
        if (zone == null) {
            throw malformed("offsets", "name a zone that the calendar does not have");
        }
        return zone;
    }
}
