// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caseledger.procedure.record.CanonicalJson;

/**
 * Makes the calendars that ship, with libraries that evaluation may not use. Run {@code main} with the folder of the
 * calendars to write them anew: under a new version, once cases pin the old one.
 */
final class CalendarGenerator {

    static final int FIRST_YEAR = 2014;
    static final int LAST_YEAR = 2035;

    private record Country(HolidayCalendar holidays, ZoneId zone) {}

    private static final SortedMap<String, Country> COUNTRIES = new TreeMap<>(java.util.Map.of(
            "AT", new Country(HolidayCalendar.AUSTRIA, ZoneId.of("Europe/Vienna")),
            "BG", new Country(HolidayCalendar.BULGARIA, ZoneId.of("Europe/Sofia")),
            "DE", new Country(HolidayCalendar.GERMANY, ZoneId.of("Europe/Berlin")),
            "FR", new Country(HolidayCalendar.FRANCE, ZoneId.of("Europe/Paris"))));

    private CalendarGenerator() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        Files.write(folder.resolve("eu-604-2013-art42.json"), CanonicalJson.write(dublin3()));
        Files.write(folder.resolve("reg-1182-71.json"), CanonicalJson.write(regulation1182()));
    }

    static ObjectNode dublin3() {
        var json = calendar("eu-604-2013-art42@1", "32013R0604", "42", "none");
        json.putObject("holidays");
        return json;
    }

    static ObjectNode regulation1182() {
        var json = calendar("reg-1182-71@1", "31971R1182", "3(4)", "next-working-day");
        var holidays = json.putObject("holidays");
        COUNTRIES.forEach((code, country) -> {
            var days = holidays.putArray(code);
            var manager = HolidayManager.getInstance(ManagerParameters.create(country.holidays()));
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                manager.getHolidays(Year.of(year)).stream()
                        .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                        .map(Holiday::getDate)
                        .distinct()
                        .sorted()
                        .forEach(day -> days.add(day.toString()));
            }
        });
        return json;
    }

    private static ObjectNode calendar(String id, String celex, String article, String roll) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("calendar", id);
        json.putObject("source").put("celex", celex).put("article", article).put("confirmed", false);
        json.put("roll", roll);
        json.put("firstYear", FIRST_YEAR);
        json.put("lastYear", LAST_YEAR);
        var offsets = json.putObject("offsets");
        COUNTRIES.forEach((code, country) -> offsets.set(code, offsets(country.zone())));
        return json;
    }

    private static ObjectNode offsets(ZoneId zone) {
        var json = JsonNodeFactory.instance.objectNode();
        var last = "";
        for (var day = LocalDate.of(FIRST_YEAR, 1, 1); day.getYear() <= LAST_YEAR; day = day.plusDays(1)) {
            var offset = day.atStartOfDay(zone).getOffset().toString();
            if (!offset.equals(last)) {
                json.put(day.toString(), offset);
                last = offset;
            }
        }
        return json;
    }
}
