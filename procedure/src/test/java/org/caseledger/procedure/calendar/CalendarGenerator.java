// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caseledger.procedure.record.CanonicalJson;

/**
 * Makes the calendars that ship, with libraries that evaluation may not use. Run {@code main} with the folder of the
 * calendars to write them anew: under a new version, once cases pin the old one.
 */
final class CalendarGenerator {

    static final int FIRST_YEAR = 2010;
    static final int LAST_YEAR = 2045;

    private final HolidayTable holidays = new HolidayTable(FIRST_YEAR, LAST_YEAR);
    private final HolidayTable german = new HolidayTable(FIRST_YEAR, LAST_YEAR);
    private final HolidayTable none = new HolidayTable(FIRST_YEAR, LAST_YEAR);
    private final ZoneTable zones = new ZoneTable(FIRST_YEAR, LAST_YEAR);

    private CalendarGenerator() {
        for (var state : State.values()) {
            holidays.add(state, new HolidaySource(state, FIRST_YEAR, LAST_YEAR).days());
            zones.add(state);
        }
        german.add(State.DE, new HolidaySource(State.DE, FIRST_YEAR, LAST_YEAR).days());
    }

    public static void main(String[] args) throws IOException {
        for (var calendar : calendars()) {
            var file = calendar.get("calendar").textValue().replaceFirst("@.*", ".json");
            Files.write(Path.of(args[0]).resolve(file), CanonicalJson.write(calendar));
        }
    }

    /** What ships, by id. */
    static List<ObjectNode> calendars() {
        return new CalendarGenerator().all();
    }

    private List<ObjectNode> all() {
        return List.of(
                rolling("coe-cets-76@1", law("act", "coe-cets-76", "5", false)),
                rolling("de-bgb-187-193@1", law("act", "de-bgb", "193", false)).setAll(table(german)),
                rolling("eu-2024-1348-art73@1", law("celex", "32024R1348", "73", true)),
                rolling("eu-2024-1351-art75@1", law("celex", "32024R1351", "75", true)),
                calendar("eu-604-2013-art42@1", law("celex", "32013R0604", "42", false))
                        .setAll(table(none)),
                rolling("reg-1182-71@1", law("celex", "31971R1182", "3", false))
                        .put("leastWorkingDays", 2)
                        .put("hours", "from-next-hour"));
    }

    private ObjectNode rolling(String id, ObjectNode source) {
        return calendar(id, source).put("roll", "next-working-day");
    }

    private ObjectNode calendar(String id, ObjectNode source) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("calendar", id)
                .put("roll", "none")
                .put("leastWorkingDays", 0)
                .put("hours", "from-event")
                .put("firstYear", FIRST_YEAR)
                .put("lastYear", LAST_YEAR);
        json.set("source", source);
        json.putArray("weekend").add("saturday").add("sunday");
        json.set("zones", zones.zones());
        json.set("offsets", zones.offsets());
        return json.setAll(table(holidays));
    }

    private static ObjectNode table(HolidayTable table) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("moving", table.moving());
        json.set("holidays", table.holidays());
        return json;
    }

    private static ObjectNode law(String kind, String law, String article, boolean confirmed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(kind, law)
                .put("article", article)
                .put("confirmed", confirmed);
    }
}
