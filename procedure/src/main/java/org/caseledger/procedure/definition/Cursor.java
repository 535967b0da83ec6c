// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a definition that is being read; every complaint names it.
 *
 * @param path the way to it, e.g. {@code limits[1].lapse}
 * @param places from a path to what people look for: file and line
 */
record Cursor(JsonNode json, String path, UnaryOperator<String> places) {

    private static final String PROSE = "prose stays in the library";

    private static final Map<String, String> INSTEAD = Map.of(
            "on", "say after: readers of YAML take a bare on for a boolean",
            "overlays", "give a parameter rows with guards",
            "in-force", "it is a guard: write it under when",
            "part", "it stands alone in an entry of a list, and only in the library",
            "source", "the source stands beside the rule, not in it",
            "title", PROSE,
            "note", PROSE,
            "link", PROSE,
            "conflicts", PROSE);

    DefinitionException problem(String sentence) {
        return new DefinitionException(List.of(new DefinitionException.Problem(places.apply(path), sentence)));
    }

    /** Requires an object with no field beside these. */
    Cursor only(String... allowed) {
        var names = Set.of(allowed);
        object();
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw at(name).problem("'" + name + "' is not known here; "
                        + INSTEAD.getOrDefault(
                                name,
                                "known are "
                                        + String.join(
                                                ", ", names.stream().sorted().toList())));
            }
        });
        return this;
    }

    boolean has(String name) {
        return json.has(name);
    }

    boolean isText() {
        return json.isTextual();
    }

    boolean isList() {
        return json.isArray();
    }

    Cursor at(String name) {
        var child = json.get(name);
        if (child == null) {
            throw problem("'" + name + "' is missing");
        }
        return new Cursor(child, path.isEmpty() ? name : path + "." + name, places);
    }

    <T> @Nullable T optional(String name, Function<Cursor, T> reader) {
        return has(name) ? reader.apply(at(name)) : null;
    }

    String text() {
        if (json.isNumber() || json.isBoolean()) {
            throw problem("must be a word; put it in quotes, as a bare yes, no or number is none");
        }
        if (!json.isTextual()) {
            throw problem("must be a word");
        }
        return json.textValue();
    }

    String code() {
        return form(Forms::requireCode);
    }

    String versioned() {
        return form(Forms::requireVersioned);
    }

    int integer() {
        if (!json.isInt()) {
            throw problem("must be a number");
        }
        return json.intValue();
    }

    boolean bool() {
        if (!json.isBoolean()) {
            throw problem("must be true or false");
        }
        return json.booleanValue();
    }

    /** Whether the field is there and true. */
    boolean flag(String name) {
        return has(name) && at(name).bool();
    }

    /** Requires one of these fields, and no two. */
    void exactlyOne(String without, String... names) {
        var found = List.of(names).stream().filter(this::has).toList();
        if (found.isEmpty()) {
            throw problem(without);
        } else if (found.size() > 1) {
            throw problem("'" + found.get(0) + "' and '" + found.get(1) + "' exclude each other");
        }
    }

    /** One word out of these. */
    String oneOf(String... words) {
        var word = text();
        if (!List.of(words).contains(word)) {
            throw problem("'" + word + "' must be one of " + String.join(", ", words));
        }
        return word;
    }

    <T> List<T> list(Function<Cursor, T> reader) {
        if (!json.isArray()) {
            throw problem("must be a list");
        }
        var items = new ArrayList<T>();
        for (int i = 0; i < json.size(); i++) {
            items.add(reader.apply(new Cursor(json.get(i), path + "[" + i + "]", places)));
        }
        return items;
    }

    <T> List<T> optionalList(String name, Function<Cursor, T> reader) {
        return has(name) ? at(name).list(reader) : List.of();
    }

    /** The fields of an object by name: the ledger does not keep another order. */
    SortedMap<String, Cursor> entries() {
        object();
        var entries = new TreeMap<String, Cursor>();
        json.fieldNames().forEachRemaining(name -> entries.put(name, at(name)));
        return entries;
    }

    private void object() {
        if (!json.isObject()) {
            throw problem("must have named fields");
        }
    }

    private String form(BinaryOperator<String> check) {
        try {
            return check.apply("word", text());
        } catch (MalformedRecordException e) {
            throw problem("'" + text() + "' has not the form that is needed here");
        }
    }
}
