// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Pin;

/** Reads a calendar from its JSON, which is the same in the library and on the ledger, and checks it. */
public final class CalendarReader {

    private static final Set<String> FIELDS =
            Set.of("calendar", "source", "roll", "firstYear", "lastYear", "holidays", "offsets");
    private static final Set<String> SOURCE = Set.of("celex", "article", "confirmed");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CELEX = Pattern.compile("[0-9]{5}[A-Z]{1,2}[0-9]{4}");
    private static final Pattern ARTICLE = Pattern.compile("[0-9]{1,3}[a-z]?(\\([0-9a-z]{1,3}\\))*");

    private CalendarReader() {}

    /**
     * Reads the ledger's form.
     *
     * @throws MalformedRecordException naming the first field that is malformed
     */
    public static Calendar read(JsonNode content) {
        if (!(content instanceof ObjectNode object)) {
            throw new MalformedRecordException("calendar", "is not a JSON object");
        }
        requireFields("calendar", content, FIELDS);
        requireSource(content.get("source"));
        var calendar = new Calendar(
                new Pin(text("calendar", content.get("calendar")), CanonicalJson.hash(content)),
                object.deepCopy(),
                roll(text("roll", content.get("roll"))),
                year("firstYear", content.get("firstYear")),
                year("lastYear", content.get("lastYear")),
                perCountry("holidays", content.get("holidays"), CalendarReader::holidays),
                perCountry("offsets", content.get("offsets"), CalendarReader::offsets));
        if (calendar.firstYear() > calendar.lastYear()) {
            throw new MalformedRecordException("lastYear", "is before firstYear");
        }
        return calendar;
    }

    private static void requireFields(String what, JsonNode json, Set<String> fields) {
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        if (!names.equals(new TreeSet<>(fields))) {
            throw new MalformedRecordException(what, "must have exactly the fields " + new TreeSet<>(fields));
        }
    }

    private static void requireSource(JsonNode source) {
        requireFields("source", source, SOURCE);
        if (!CELEX.matcher(text("celex", source.get("celex"))).matches()) {
            throw new MalformedRecordException("celex", "is not a CELEX number");
        }
        if (!ARTICLE.matcher(text("article", source.get("article"))).matches()) {
            throw new MalformedRecordException("article", "is not an article id");
        }
        if (!source.get("confirmed").isBoolean()) {
            throw new MalformedRecordException("confirmed", "is not true or false");
        }
    }

    private static boolean roll(String word) {
        return switch (word) {
            case "none" -> false;
            case "next-working-day" -> true;
            default -> throw new MalformedRecordException("roll", "is neither none nor next-working-day");
        };
    }

    private static int year(String field, JsonNode json) {
        if (!json.isInt() || json.intValue() < Forms.EARLIEST.getYear() || json.intValue() > Forms.LATEST.getYear()) {
            throw new MalformedRecordException(field, "is not a year from 1990 to 2199");
        }
        return json.intValue();
    }

    private static <T> SortedMap<String, T> perCountry(String field, JsonNode json, Function<JsonNode, T> reader) {
        if (!json.isObject()) {
            throw new MalformedRecordException(field, "is not a JSON object");
        }
        var countries = new TreeMap<String, T>();
        json.properties().forEach(entry -> {
            if (!COUNTRY.matcher(entry.getKey()).matches()) {
                throw new MalformedRecordException(field, "has a key that is not a country code");
            }
            countries.put(entry.getKey(), reader.apply(entry.getValue()));
        });
        return Collections.unmodifiableSortedMap(countries);
    }

    private static SortedSet<LocalDate> holidays(JsonNode days) {
        if (!days.isArray()) {
            throw new MalformedRecordException("holidays", "are not a list");
        }
        var holidays = new TreeSet<LocalDate>();
        days.forEach(day -> holidays.add(date("holidays", day)));
        return Collections.unmodifiableSortedSet(holidays);
    }

    private static NavigableMap<LocalDate, ZoneOffset> offsets(JsonNode days) {
        if (!days.isObject()) {
            throw new MalformedRecordException("offsets", "are not from days to offsets");
        }
        var offsets = new TreeMap<LocalDate, ZoneOffset>();
        days.properties().forEach(entry -> {
            try {
                offsets.put(LocalDate.parse(entry.getKey()), ZoneOffset.of(text("offsets", entry.getValue())));
            } catch (DateTimeException e) {
                throw new MalformedRecordException("offsets", "have a day or an offset that is none");
            }
        });
        return Collections.unmodifiableNavigableMap(offsets);
    }

    private static LocalDate date(String field, JsonNode json) {
        try {
            return LocalDate.parse(text(field, json));
        } catch (DateTimeException e) {
            throw new MalformedRecordException(field, "has a day that is none");
        }
    }

    private static String text(String field, JsonNode json) {
        if (!json.isTextual()) {
            throw new MalformedRecordException(field, "is not a string");
        }
        return json.textValue();
    }
}
