// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Strict access to the fields of one JSON object: each by name and form, and none beside those that were announced. */
final class Fields {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonNode json;

    private Fields(JsonNode json) {
        this.json = json;
    }

    static Fields of(String what, JsonNode json, Set<String> allowed) {
        if (!json.isObject()) {
            throw new MalformedRecordException(what, "is not a JSON object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new MalformedRecordException(what, "has a field that this form does not know");
            }
        });
        return new Fields(json);
    }

    /** Requires {@code v} to be the one version that this codec writes. */
    Fields version(int known) {
        if (integer("v") != known) {
            throw new MalformedRecordException("v", "is not a version that this codec reads");
        }
        return this;
    }

    boolean has(String name) {
        return json.has(name);
    }

    JsonNode node(String name) {
        var value = json.get(name);
        if (value == null) {
            throw new MalformedRecordException(name, "is missing");
        }
        return value;
    }

    String text(String name) {
        return text(name, node(name));
    }

    int integer(String name) {
        var value = node(name);
        if (!value.isInt()) {
            throw new MalformedRecordException(name, "is not an integer");
        }
        return value.intValue();
    }

    boolean bool(String name) {
        var value = node(name);
        if (!value.isBoolean()) {
            throw new MalformedRecordException(name, "is not true or false");
        }
        return value.booleanValue();
    }

    /** True if the field is there; false may not be written, so that each record has one form. */
    boolean marker(String name) {
        if (!has(name)) {
            return false;
        }
        if (!bool(name)) {
            throw new MalformedRecordException(name, "is written only when true");
        }
        return true;
    }

    LocalDate date(String name) {
        return date(name, text(name));
    }

    CommandId command(String name) {
        return new CommandId(Forms.requireHex128(name, text(name)));
    }

    <T> @Nullable T optional(String name, Function<String, T> reader) {
        return has(name) ? reader.apply(name) : null;
    }

    SortedMap<String, String> texts(String name) {
        var object = node(name);
        if (!object.isObject()) {
            throw new MalformedRecordException(name, "is not a JSON object");
        }
        var texts = new TreeMap<String, String>();
        object.properties().forEach(field -> texts.put(field.getKey(), text(name, field.getValue())));
        return texts;
    }

    <T> List<T> list(String name, Function<JsonNode, T> reader) {
        var array = node(name);
        if (!array.isArray()) {
            throw new MalformedRecordException(name, "is not a list");
        }
        return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
    }

    static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw new MalformedRecordException(name, "is not a string");
        }
        return value.textValue();
    }

    static LocalDate date(String name, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return Forms.requireDate(name, LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            throw new MalformedRecordException(name, "is not a day of the calendar");
        }
        throw new MalformedRecordException(name, "is not a date of the form YYYY-MM-DD");
    }
}
