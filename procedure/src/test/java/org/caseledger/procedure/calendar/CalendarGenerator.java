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

    private static final List<State> NONE = List.of();
    private static final List<State> ALL = List.of(State.values());

    private final ZoneTable zones = new ZoneTable(FIRST_YEAR, LAST_YEAR);

    private CalendarGenerator() {
        ALL.forEach(zones::add);
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
                rolling("coe-cets-76", law("act", "coe-cets-76", "5", false), ALL),
                rolling("de-bgb-187-193", law("act", "de-bgb", "193", false), List.of(State.DE)),
                rolling("eu-2024-1348-art73", law("celex", "32024R1348", "73", true), ALL),
                rolling("eu-2024-1351-art75", law("celex", "32024R1351", "75", true), ALL),
                calendar("eu-604-2013-art42", law("celex", "32013R0604", "42", false), NONE),
                rolling("reg-1182-71", law("celex", "31971R1182", "3", false), ALL)
                        .put("leastWorkingDays", 2)
                        .put("hours", "from-next-hour"));
    }

    private ObjectNode rolling(String name, ObjectNode source, List<State> states) {
        return calendar(name, source, states).put("roll", "next-working-day");
    }

    private ObjectNode calendar(String name, ObjectNode source, List<State> states) {
        var holidays = new HolidayTable(FIRST_YEAR, LAST_YEAR);
        states.forEach(state -> holidays.add(state, new HolidaySource(state, FIRST_YEAR, LAST_YEAR).days(name)));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("calendar", name + "@1")
                .put("roll", "none")
                .put("leastWorkingDays", 0)
                .put("hours", "from-event")
                .put("firstYear", FIRST_YEAR)
                .put("lastYear", LAST_YEAR);
        json.set("source", source);
        json.putArray("weekend").add("saturday").add("sunday");
        json.set("moving", holidays.moving());
        json.set("holidays", holidays.holidays());
        json.set("zones", zones.zones());
        json.set("offsets", zones.offsets());
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
