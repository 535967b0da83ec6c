// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads steps and bars. */
final class StepReader {

    private final RuleReader rules;
    private final SortedSet<String> roles;

    StepReader(RuleReader rules, SortedSet<String> roles) {
        this.rules = rules;
        this.roles = roles;
    }

    StepType step(int index, Cursor at) {
        at.only(
                "step",
                "kind",
                "by",
                "recorded-by",
                "in",
                "each",
                "opens",
                "attrs",
                "needs",
                "sets",
                "includes",
                "excludes",
                "starts",
                "may-annul",
                "source");
        return new StepType(
                index,
                at.at("step").code(),
                Kind.valueOf(at.at("kind").oneOf("act", "fact", "ruling").toUpperCase(Locale.ROOT)),
                at.at("by").code(),
                recorders(at),
                RuleReader.scope(at),
                at.optional("opens", Cursor::code),
                at.has("attrs")
                        ? at.at("attrs").entries().entrySet().stream()
                                .map(entry -> attribute(entry.getKey(), entry.getValue()))
                                .toList()
                        : List.of(),
                at.optionalList("needs", this::need),
                at.optionalList("sets", RuleReader::assignment),
                at.optionalList("includes", Cursor::code),
                at.optionalList("excludes", Cursor::code),
                at.has("starts") && !at.at("starts").oneOf("excluded").isEmpty(),
                at.optionalList("may-annul", StepReader::annulment),
                rules.source(at));
    }

    Bar bar(Cursor at) {
        at.only("step", "while", "else", "source");
        return new Bar(
                at.at("step").code(), ConditionReader.read(at.at("while")), RuleReader.otherwise(at), rules.source(at));
    }

    private List<String> recorders(Cursor at) {
        if (!at.has("recorded-by")) {
            return List.of(at.at("by").code());
        }
        var named = RuleReader.oneOrMore(at.at("recorded-by"));
        return List.copyOf(named.equals(List.of("either")) ? roles : new TreeSet<>(named));
    }

    private Need need(Cursor at) {
        at.only("that", "else", "source");
        return new Need(ConditionReader.read(at.at("that")), RuleReader.otherwise(at), rules.source(at));
    }

    private static Annulment annulment(Cursor at) {
        if (at.isText()) {
            throw at.problem("silent about the effect: say {step: " + at.text()
                    + ", effect: from-start}, or from-then where it stays undone only for what comes");
        }
        at.only("step", "effect", "when");
        return new Annulment(
                at.at("step").code(),
                at.at("effect").oneOf("from-start", "from-then").equals("from-start"),
                ConditionReader.optional(at, "when"));
    }

    private static Attribute attribute(String name, Cursor at) {
        if (at.isList()) {
            return new Attribute(name, Attribute.Type.CODE, at.list(Cursor::code), false);
        }
        if (at.isText()) {
            return new Attribute(name, type(at), List.of(), false);
        }
        at.only("type", "values", "optional");
        var values = at.optionalList("values", Cursor::code);
        return new Attribute(
                name, values.isEmpty() ? type(at.at("type")) : Attribute.Type.CODE, values, at.flag("optional"));
    }

    private static Attribute.Type type(Cursor at) {
        return switch (at.oneOf("date", "period", "commitment")) {
            case "date" -> Attribute.Type.DATE;
            case "period" -> Attribute.Type.PERIOD;
            default -> Attribute.Type.COMMITMENT;
        };
    }
}
