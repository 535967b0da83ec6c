// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.MalformedRecordException;

/** The JSON values that the parts of a calendar are made of; each refusal names the field. */
final class Values {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private Values() {}

    static MalformedRecordException malformed(String field, String problem) {
        return new MalformedRecordException(field, problem);
    }

    /** Requires an object with exactly these fields. */
    static void fields(String what, JsonNode json, Set<String> fields) {
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        if (!names.equals(new TreeSet<>(fields))) {
            throw malformed(what, "must have exactly the fields " + new TreeSet<>(fields));
        }
    }

    static String text(String field, JsonNode json) {
        if (!json.isTextual()) {
            throw malformed(field, "is not a string");
        }
        return json.textValue();
    }

    static JsonNode list(String field, JsonNode json) {
        if (!json.isArray()) {
            throw malformed(field, "is not a list");
        }
        return json;
    }

    static <T> SortedMap<String, T> map(String field, JsonNode json, Function<JsonNode, T> reader) {
        if (!json.isObject()) {
            throw malformed(field, "is not a JSON object");
        }
        var values = new TreeMap<String, T>();
        json.properties().forEach(entry -> values.put(entry.getKey(), reader.apply(entry.getValue())));
        return Collections.unmodifiableSortedMap(values);
    }

    static <T> SortedMap<String, T> perCountry(String field, JsonNode json, Function<JsonNode, T> reader) {
        var values = map(field, json, reader);
        if (!values.keySet().stream()
                .allMatch(country -> COUNTRY.matcher(country).matches())) {
            throw malformed(field, "has a key that is not a country code");
        }
        return values;
    }

    /** Parses a text of the JDK's ISO forms. */
    static <T> T time(String field, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw malformed(field, "has a day, an instant or an offset that is none");
        }
    }
}
