// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Pin;

/** Reads a whole definition, and goes on behind a mistake in an entry of a list to find the others. */
final class ContentReader {

    private final Cursor at;
    private final ObjectNode content;
    private final List<DefinitionException.Problem> problems = new ArrayList<>();

    /** @param content what the cursor reads; nobody changes it any more */
    ContentReader(Cursor at, ObjectNode content) {
        this.at = at;
        this.content = content;
    }

    /** @throws DefinitionException with every entry that cannot be read */
    Definition read() {
        at.only(
                "definition",
                "semantics",
                "channel",
                "calendar",
                "law",
                "laws",
                "roles",
                "opening",
                "attributes",
                "parameters",
                "readings",
                "rounds",
                "steps",
                "bars",
                "limits",
                "ends");
        var rules = new RuleReader(SourceReader.of(at));
        var roles = roles();
        var steps = new StepReader(rules, new TreeSet<>(roles.keySet()));
        var limits = new LimitReader(rules);
        var parameters = new ParameterReader(rules);
        var opening = at.at("opening").only("role", "steps");
        var ends = at.at("ends").only("when", "source");
        var definition = new Definition(
                new Pin(at.at("definition").versioned(), hash()),
                content,
                at.at("semantics").integer(),
                channel(),
                at.at("calendar").versioned(),
                roles,
                opening.at("role").code(),
                opening.at("steps").list(Cursor::code),
                attributes(),
                entries("parameters", (index, entry) -> parameters.parameter(entry)),
                entries("readings", (index, entry) -> reading(rules, entry)),
                entries("rounds", (index, entry) -> round(entry)),
                entries("steps", steps::step),
                entries("bars", (index, entry) -> steps.bar(entry)),
                entries("limits", limits::limit),
                ConditionReader.read(ends.at("when")),
                rules.source(ends));
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return definition;
    }

    /** Reads one entry of a list. */
    private interface EntryReader<T> {
        T read(int index, Cursor entry);
    }

    private <T> List<T> entries(String name, EntryReader<T> reader) {
        var read = new ArrayList<T>();
        var cursors = at.optionalList(name, Function.identity());
        for (int i = 0; i < cursors.size(); i++) {
            try {
                read.add(reader.read(i, cursors.get(i)));
            } catch (DefinitionException e) {
                problems.addAll(e.problems());
            }
        }
        return read;
    }

    private String hash() {
        try {
            return CanonicalJson.hash(content);
        } catch (MalformedRecordException e) {
            throw at.problem("has a number or a text that canonical JSON does not take");
        }
    }

    private Definition.Channel channel() {
        return at.has("channel")
                        && at.at("channel").oneOf("common", "need-to-know").equals("need-to-know")
                ? Definition.Channel.NEED_TO_KNOW
                : Definition.Channel.COMMON;
    }

    private SortedMap<String, Boolean> roles() {
        var roles = new TreeMap<String, Boolean>();
        at.at("roles")
                .entries()
                .forEach((role, holders) ->
                        roles.put(role, holders.oneOf("one", "many").equals("many")));
        return roles;
    }

    private SortedMap<String, List<String>> attributes() {
        var attributes = new TreeMap<String, List<String>>();
        if (at.has("attributes")) {
            at.at("attributes").entries().forEach((name, values) -> attributes.put(name, values.list(Cursor::code)));
        }
        return attributes;
    }

    private static Reading reading(RuleReader rules, Cursor at) {
        at.only("reading", "kind", "preferred", "other", "calendar", "source");
        var options = new ArrayList<String>();
        options.add(at.at("preferred").code());
        options.addAll(at.at("other").list(Cursor::code));
        return new Reading(
                at.at("reading").code(),
                at.at("kind").oneOf("span", "note").equals("span") ? Reading.Kind.SPAN : Reading.Kind.NOTE,
                options,
                at.optional("calendar", Cursor::versioned),
                rules.source(at));
    }

    private static Round round(Cursor at) {
        at.only("round", "closed-by", "when");
        return new Round(
                at.at("round").code(),
                at.has("closed-by") ? RuleReader.oneOrMore(at.at("closed-by")) : List.of(),
                ConditionReader.optional(at, "when"));
    }
}
