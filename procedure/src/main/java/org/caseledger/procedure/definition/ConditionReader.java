// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads guards: a name, a list of attribute values that must all hold, or a combination. */
final class ConditionReader {

    private ConditionReader() {}

    static @Nullable Condition optional(Cursor at, String name) {
        return at.optional(name, ConditionReader::read);
    }

    static Condition read(Cursor at) {
        if (at.isText()) {
            return new Condition.Happened(at.code());
        }
        var parts = new ArrayList<Condition>();
        at.entries().forEach((name, value) -> {
            if (!name.equals("where") && !name.equals("is")) {
                parts.add(part(at, name, value));
            }
        });
        requirePartner(at, "where", "any-open");
        requirePartner(at, "is", "each");
        return switch (parts.size()) {
            case 0 -> throw at.problem("a guard without content holds always; leave it out or say what it asks");
            case 1 -> parts.get(0);
            default -> new Condition.All(parts);
        };
    }

    private static Condition part(Cursor at, String name, Cursor value) {
        return switch (name) {
            case "any" -> new Condition.Any(value.list(ConditionReader::read));
            case "all" -> new Condition.All(value.list(ConditionReader::read));
            case "not" -> new Condition.Not(read(value));
            case "happened" -> new Condition.Happened(value.code());
            case "lapsed" -> new Condition.LapsedLimit(value.code());
            case "present" -> new Condition.Present(value.code());
            case "any-open" ->
                new Condition.AnyOpen(
                        value.code(), at.has("where") ? read(at.at("where")) : new Condition.All(List.of()));
            case "each" -> new Condition.ForEach(value.code(), read(at.at("is")));
            default -> holds(name, value);
        };
    }

    private static Condition holds(String name, Cursor value) {
        var values = value.isList() ? value.list(Cursor::code) : List.of(value.code());
        var dot = name.indexOf('.');
        return new Condition.Holds(
                dot < 0 ? null : name.substring(0, dot), name.substring(dot + 1), new TreeSet<>(values));
    }

    private static void requirePartner(Cursor at, String name, String partner) {
        if (at.has(name) && !at.has(partner)) {
            throw at.problem("'" + name + "' belongs to '" + partner + "'");
        }
    }
}
