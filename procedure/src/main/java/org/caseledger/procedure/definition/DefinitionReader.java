// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Pin;

/** Reads a definition from YAML (library) or canonical JSON (ledger) and checks it. */
public final class DefinitionReader {

    private static final Set<String> PROSE = Set.of("title", "note");

    private DefinitionReader() {}

    /**
     * Reads the ledger's form, in which prose is refused.
     *
     * @throws DefinitionException with every problem found
     */
    public static Definition read(JsonNode content) {
        return read(content, path -> path.isEmpty() ? "definition" : path);
    }

    /**
     * Reads the library's form; {@code title} and {@code note} may stand anywhere and are left out of the content.
     *
     * @param file what problems name beside the line
     * @throws DefinitionException with every problem found
     */
    public static Definition readYaml(String file, String text) {
        var yaml = Yaml.read(file, text);
        return read(withoutProse(yaml.json()), yaml::place);
    }

    private static Definition read(JsonNode json, UnaryOperator<String> places) {
        var at = new Cursor(canonical(json, places), "", places);
        at.only(
                "definition",
                "semantics",
                "calendar",
                "law",
                "roles",
                "opening",
                "attributes",
                "readings",
                "rounds",
                "steps",
                "bars",
                "limits",
                "ends");
        var definition = definition(at);
        new Checker(definition, places).check();
        return definition;
    }

    /** The order of names must not matter, as the ledger does not keep it. */
    private static JsonNode canonical(JsonNode json, UnaryOperator<String> places) {
        try {
            return CanonicalJson.read(CanonicalJson.write(json));
        } catch (MalformedRecordException e) {
            throw new Cursor(json, "", places).problem("has a number or a text that canonical JSON does not take");
        }
    }

    private static Definition definition(Cursor at) {
        var rules = new RuleReader(RuleReader.law(at.at("law")));
        var roles = new TreeMap<String, Boolean>();
        at.at("roles")
                .entries()
                .forEach((role, holders) ->
                        roles.put(role, holders.oneOf("one", "many").equals("many")));
        var attributes = new TreeMap<String, List<String>>();
        if (at.has("attributes")) {
            at.at("attributes").entries().forEach((name, values) -> attributes.put(name, values.list(Cursor::code)));
        }
        var steps = new StepReader(rules, new TreeSet<>(roles.keySet()));
        var limits = new LimitReader(rules);
        var stepIndex = new AtomicInteger();
        var limitIndex = new AtomicInteger();
        var opening = at.at("opening").only("role", "steps");
        var ends = at.at("ends").only("when", "source");
        var content = (ObjectNode) at.json();
        return new Definition(
                new Pin(at.at("definition").versioned(), CanonicalJson.hash(content)),
                content.deepCopy(),
                at.at("semantics").integer(),
                at.at("calendar").versioned(),
                roles,
                opening.at("role").code(),
                opening.at("steps").list(Cursor::code),
                attributes,
                at.optionalList("readings", reading -> reading(rules, reading)),
                at.optionalList("rounds", DefinitionReader::round),
                at.at("steps").list(step -> steps.step(stepIndex.getAndIncrement(), step)),
                at.optionalList("bars", steps::bar),
                at.optionalList("limits", limit -> limits.limit(limitIndex.getAndIncrement(), limit)),
                ConditionReader.read(ends.at("when")),
                rules.source(ends));
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
                at.at("round").code(), at.optional("closed-by", Cursor::code), ConditionReader.optional(at, "when"));
    }

    private static JsonNode withoutProse(JsonNode json) {
        if (json instanceof ObjectNode object) {
            PROSE.forEach(object::remove);
        }
        json.forEach(DefinitionReader::withoutProse);
        return json;
    }
}
