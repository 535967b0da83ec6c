// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
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
                parts.addAll(part(at, name, value));
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

    private static List<Condition> part(Cursor at, String name, Cursor value) {
        return switch (name) {
            case "any" -> List.of(new Condition.Any(several(value)));
            case "all" -> List.of(new Condition.All(several(value)));
            case "not" -> List.of(new Condition.Not(read(value)));
            case "happened" -> List.of(new Condition.Happened(value.code()));
            case "lapsed" -> List.of(new Condition.LapsedLimit(value.code()));
            case "running" -> List.of(new Condition.Running(value.code()));
            case "late" -> List.of(new Condition.LateFor(value.code()));
            case "present" -> List.of(new Condition.Present(value.code()));
            case "times" -> List.of(times(value));
            case "elapsed" -> elapsed(value);
            case "in-force" -> List.of(inForce(value));
            case "any-open" ->
                List.of(new Condition.AnyOpen(
                        value.code(), at.has("where") ? read(at.at("where")) : new Condition.All(List.of())));
            case "each" -> List.of(new Condition.ForEach(value.code(), read(at.at("is"))));
            default -> List.of(holds(name, value));
        };
    }

    private static List<Condition> several(Cursor at) {
        var parts = at.list(ConditionReader::read);
        if (parts.isEmpty()) {
            throw at.problem("a list of no guards; leave it out or say what it asks");
        }
        return parts;
    }

    private static Condition times(Cursor at) {
        at.only("of", "at-least", "at-most");
        if (!at.has("at-least") && !at.has("at-most")) {
            throw at.problem("say at-least or at-most how many times");
        }
        return new Condition.Times(
                at.at("of").code(),
                at.has("at-least") ? at.at("at-least").integer() : 0,
                at.has("at-most") ? at.at("at-most").integer() : Integer.MAX_VALUE);
    }

    private static List<Condition> elapsed(Cursor at) {
        at.only("from", "to", "more-than", "at-least", "at-most", "less-than");
        var from = TermReader.point(at.at("from"));
        var to = at.has("to") ? TermReader.point(at.at("to")) : new Point.This();
        var parts = new ArrayList<Condition>();
        for (var comparison : Condition.Elapsed.Comparison.values()) {
            var word = Words.of(comparison);
            if (at.has(word)) {
                parts.add(new Condition.Elapsed(from, to, comparison, PeriodReader.distance(at.at(word))));
            }
        }
        if (parts.isEmpty()) {
            throw at.problem("say more-than, at-least, at-most or less-than what period");
        }
        return parts;
    }

    private static Condition inForce(Cursor at) {
        at.only("from", "until");
        if (!at.has("from") && !at.has("until")) {
            throw at.problem("say from or until what day");
        }
        return new Condition.InForce(
                at.optional("from", ConditionReader::date), at.optional("until", ConditionReader::date));
    }

    private static LocalDate date(Cursor at) {
        try {
            return Forms.requireDate("date", LocalDate.parse(at.text()));
        } catch (DateTimeException | MalformedRecordException e) {
            throw at.problem("'" + at.text() + "' is no date such as 2026-07-01");
        }
    }

    private static Condition holds(String name, Cursor value) {
        var dot = name.indexOf('.');
        var subject = dot < 0 ? null : name.substring(0, dot);
        var attribute = name.substring(dot + 1);
        if (Names.READING.equals(subject)) {
            return new Condition.ReadingIs(attribute, values(value, Cursor::code));
        } else if (Names.PARAMETER.equals(subject)) {
            return new Condition.ParameterIs(attribute, values(value, Cursor::text));
        }
        return new Condition.Holds(subject, attribute, values(value, Cursor::code));
    }

    private static SortedSet<String> values(Cursor at, Function<Cursor, String> form) {
        var values = at.isList() ? at.list(form) : List.of(form.apply(at));
        if (values.isEmpty()) {
            throw at.problem("a list of no values; name those for which it holds");
        }
        return new TreeSet<>(values);
    }

    private static void requirePartner(Cursor at, String name, String partner) {
        if (at.has(name) && !at.has(partner)) {
            throw at.problem("'" + name + "' belongs to '" + partner + "'");
        }
    }
}
