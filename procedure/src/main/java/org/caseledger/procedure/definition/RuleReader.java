// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what several parts of a definition share: sources, scopes, values, consequences. */
final class RuleReader {

    private final SourceReader sources;

    RuleReader(SourceReader sources) {
        this.sources = sources;
    }

    /** The source that every rule must name. */
    Source source(Cursor rule) {
        if (!rule.has("source")) {
            throw rule.problem("a rule without a source: name the article that says so");
        }
        return sources.read(rule.at("source"));
    }

    static Scope scope(Cursor at) {
        if (at.has("in") && at.has("each")) {
            throw at.problem("'in' and 'each' exclude each other: a round, or a member of a role");
        }
        if (at.has("in")) {
            return new Scope.Round(at.at("in").code());
        }
        return at.has("each") ? new Scope.Each(at.at("each").code()) : new Scope.Case();
    }

    static SortedMap<String, String> values(Cursor at) {
        var values = new TreeMap<String, String>();
        at.entries().forEach((name, value) -> values.put(name, value.code()));
        if (values.isEmpty()) {
            throw at.problem("sets nothing; leave it out");
        }
        return values;
    }

    static Assignment assignment(Cursor at) {
        at.only("when", "values", "reopens");
        return new Assignment(ConditionReader.optional(at, "when"), values(at.at("values")), at.flag("reopens"));
    }

    /** One code or a list of them. */
    static List<String> oneOrMore(Cursor at) {
        return at.isList() ? at.list(Cursor::code) : List.of(at.code());
    }

    /** What follows where a need is not met or a bar is passed; silence is refused. */
    static Otherwise otherwise(Cursor rule) {
        if (!rule.has("else")) {
            throw rule.problem("silent about a step taken all the same: say else refuse, gap, or an irregularity");
        }
        var at = rule.at("else");
        if (at.isText()) {
            return at.oneOf("refuse", "gap").equals("gap") ? new Otherwise.Gap() : new Otherwise.Refuse();
        }
        at.only("irregular", "effects");
        if (!at.has("effects")) {
            throw at.problem("silent about an irregular step: say effects full or none");
        }
        return new Otherwise.Irregular(
                at.at("irregular").code(),
                at.at("effects").oneOf("full", "none").equals("full"));
    }
}
