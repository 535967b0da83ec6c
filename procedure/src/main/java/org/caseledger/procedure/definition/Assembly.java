// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A definition of the library as it goes to the ledger: without prose, with its parts put in. */
final class Assembly {

    private static final String PART = "part";
    private static final String ATTRIBUTES = "attributes";

    private final Yaml yaml;
    private final Parts parts;
    private final ObjectNode content;
    private final Map<String, Origin> origins = new HashMap<>();
    private final List<DefinitionException.Problem> problems = new ArrayList<>();

    private Assembly(Yaml yaml, Parts parts) {
        this.yaml = yaml;
        this.parts = parts;
        this.content = Prose.removed(yaml);
    }

    /** @throws DefinitionException with every part that cannot be put in */
    static Assembly of(Yaml yaml, Parts parts) {
        var assembly = new Assembly(yaml, parts);
        Part.LISTS.forEach(assembly::putIn);
        if (!assembly.problems.isEmpty()) {
            throw new DefinitionException(assembly.problems.stream().distinct().toList());
        }
        return assembly;
    }

    ObjectNode content() {
        return content;
    }

    /** File and line of a path of the content. */
    String place(String path) {
        var cut = path.indexOf('.', path.startsWith(ATTRIBUTES) ? ATTRIBUTES.length() + 1 : 0);
        var entry = cut < 0 ? path : path.substring(0, cut);
        var origin = origins.get(entry);
        return origin == null ? yaml.place(path) : origin.yaml().place(origin.path() + path.substring(entry.length()));
    }

    /** Where an entry of a list stands. */
    private record Origin(Yaml yaml, String path) {}

    private void putIn(String list) {
        if (!(content.get(list) instanceof ArrayNode entries) || !namesPart(entries)) {
            return;
        }
        var whole = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < entries.size(); i++) {
            var path = list + "[" + i + "]";
            if (entries.get(i).has(PART)) {
                putIn(list, new Cursor(entries.get(i), path, yaml::place), whole);
            } else {
                origins.put(list + "[" + whole.size() + "]", new Origin(yaml, path));
                whole.add(entries.get(i));
            }
        }
        content.set(list, whole);
    }

    private void putIn(String list, Cursor at, ArrayNode whole) {
        try {
            var name = at.only(PART).at(PART).code();
            var part = parts.part(name);
            if (part == null) {
                throw at.problem("there is no part '" + name + "'");
            } else if (part.json().path(list).isEmpty()) {
                throw at.problem("the part '" + name + "' has no " + list + "; leave it out here");
            }
            addAttributes(part, at);
            for (int i = 0; i < part.json().get(list).size(); i++) {
                origins.put(list + "[" + whole.size() + "]", new Origin(part.yaml(), list + "[" + i + "]"));
                whole.add(part.json().get(list).get(i));
            }
        } catch (DefinitionException e) {
            problems.addAll(e.problems());
        }
    }

    private void addAttributes(Part part, Cursor at) {
        part.json().path(ATTRIBUTES).properties().forEach(attribute -> {
            var attributes = content.withObject("/" + ATTRIBUTES);
            var own = attributes.get(attribute.getKey());
            if (own == null) {
                attributes.set(attribute.getKey(), attribute.getValue());
                var path = ATTRIBUTES + "." + attribute.getKey();
                origins.put(path, new Origin(part.yaml(), path));
            } else if (!own.equals(attribute.getValue())) {
                throw at.problem("the part '" + part.name() + "' has an attribute '" + attribute.getKey()
                        + "' with other values than this definition");
            }
        });
    }

    private static boolean namesPart(ArrayNode entries) {
        for (var entry : entries) {
            if (entry.has(PART)) {
                return true;
            }
        }
        return false;
    }
}
