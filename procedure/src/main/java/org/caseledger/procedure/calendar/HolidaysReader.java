// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.caseledger.procedure.calendar.Values.malformed;
import static org.caseledger.procedure.calendar.Values.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Reads the holidays of a calendar; each day must lie in its years. */
final class HolidaysReader {

    private static final Set<String> FIELDS = Set.of("yearly", "moving", "days");

    private final int firstYear;
    private final int lastYear;

    private HolidaysReader(int firstYear, int lastYear) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /**
     * {@code moving} is {@code {feast: [day]}}; {@code holidays} is {@code {country: {yearly: {"--12-25": [first year,
     * last year]}, moving: {feast: [first year, last year]}, days: [day]}}}.
     */
    static SortedMap<String, Holidays> read(JsonNode moving, JsonNode holidays, int firstYear, int lastYear) {
        var reader = new HolidaysReader(firstYear, lastYear);
        var feasts = Values.map("moving", moving, days -> reader.days("moving", days));
        return Values.perCountry("holidays", holidays, json -> reader.state(json, feasts));
    }

    private Holidays state(JsonNode json, Map<String, Set<LocalDate>> feasts) {
        Values.fields("holidays", json, FIELDS);
        return new Holidays(
                yearly(json.get("yearly")), moving(json.get("moving"), feasts), days("holidays", json.get("days")));
    }

    private Map<MonthDay, Holidays.Years> yearly(JsonNode json) {
        var yearly = new HashMap<MonthDay, Holidays.Years>();
        Values.map("holidays", json, this::years)
                .forEach((day, years) -> yearly.put(Values.time("holidays", day, MonthDay::parse), years));
        return yearly;
    }

    private List<Holidays.Feast> moving(JsonNode json, Map<String, Set<LocalDate>> feasts) {
        var kept = new ArrayList<Holidays.Feast>();
        Values.map("holidays", json, this::years).forEach((name, years) -> {
            var days = feasts.get(name);
            if (days == null) {
                throw malformed("holidays", "name a feast that the calendar does not have");
            }
            kept.add(new Holidays.Feast(days, years));
        });
        return kept;
    }

    private Holidays.Years years(JsonNode json) {
        if (!json.isArray()
                || json.size() != 2
                || !json.get(0).isInt()
                || !json.get(1).isInt()) {
            throw malformed("holidays", "have a day or feast without its first and last year");
        }
        var years = new Holidays.Years(json.get(0).intValue(), json.get(1).intValue());
        if (years.first() < firstYear || years.last() > lastYear || years.first() > years.last()) {
            throw malformed("holidays", "have a day or feast outside the years of the calendar");
        }
        return years;
    }

    private Set<LocalDate> days(String field, JsonNode json) {
        var days = new HashSet<LocalDate>();
        for (var text : Values.list(field, json)) {
            var day = Values.time(field, text(field, text), LocalDate::parse);
            if (day.getYear() < firstYear || day.getYear() > lastYear) {
                throw malformed(field, "has a day outside the years of the calendar");
            }
            days.add(day);
        }
        return Set.copyOf(days);
    }
}
