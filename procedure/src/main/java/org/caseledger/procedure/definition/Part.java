// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * A piece that several definitions share, with its sources written out in full.
 *
 * @param json its lists and attributes, without prose
 */
record Part(String name, Yaml yaml, ObjectNode json) {

    /** The lists of a definition that a part can give entries to. */
    static final List<String> LISTS = List.of("parameters", "readings", "rounds", "steps", "bars", "limits");

    /** What holds no sources: a word there that reads like one is somebody's name. */
    private static final Set<String> WITHOUT_SOURCES = Set.of("attrs", "sets", "late", "when", "while", "that");

    static Part read(String name, Yaml yaml) {
        var json = Prose.removed(yaml);
        var at = new Cursor(json, "", yaml::place);
        at.only("part", "law", "laws", "attributes", "parameters", "readings", "rounds", "steps", "bars", "limits");
        if (!at.at("part").code().equals(name)) {
            throw at.at("part").problem("is not the name by which it was called: " + name);
        }
        var sources = SourceReader.of(at);
        for (var list : LISTS) {
            if (at.has(list)) {
                at.at(list).list(entry -> {
                    writeOut(entry, sources);
                    return entry;
                });
            }
        }
        return new Part(name, yaml, json);
    }

    private static void writeOut(Cursor at, SourceReader sources) {
        if (at.json() instanceof ObjectNode object) {
            for (var name : List.copyOf(at.entries().keySet())) {
                if (name.equals("source")) {
                    object.set(name, json(sources.read(at.at(name))));
                } else if (!WITHOUT_SOURCES.contains(name)) {
                    writeOut(at.at(name), sources);
                }
            }
        } else if (at.isList()) {
            at.list(entry -> {
                writeOut(entry, sources);
                return entry;
            });
        }
    }

    private static JsonNode json(Source source) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(Source.isCelex(source.act()) ? "celex" : "act", source.act())
                .put("article", source.article())
                .put("confirmed", source.confirmed());
    }
}
