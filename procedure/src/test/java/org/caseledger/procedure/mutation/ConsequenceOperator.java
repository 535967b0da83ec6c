// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseledger.procedure.definition.Definition;

/** Takes away or turns round what follows from a step, from lateness and from a lapse. */
final class ConsequenceOperator implements Mutator.Operator {

    /** Fields that can go whole. */
    private static final Set<String> FIELDS = Set.of(
            "hold",
            "pause",
            "recurs",
            "invocable",
            "not-for",
            "final",
            "reopens",
            "deemed-on",
            "as",
            "closed-by",
            "includes",
            "excludes",
            "starts",
            "may-annul");

    /** Lists whose entries can go one by one. */
    private static final Set<String> ENTRIES = Set.of(
            "needs",
            "sets",
            "bars",
            "restart",
            "revise",
            "extend",
            "release",
            "end",
            "met-by",
            "may-annul",
            "includes",
            "excludes",
            "not-for",
            "after",
            "closed-by",
            "effects");

    private static final Map<String, Map<String, String>> OPPOSITES = Map.of(
            "effects", Map.of("full", "none", "none", "full"),
            "effect", Map.of("from-start", "from-then", "from-then", "from-start"),
            "by-end", Map.of("required", "any-time", "any-time", "required"),
            "else", Map.of("refuse", "gap", "gap", "refuse"));

    private final Definition definition;

    ConsequenceOperator(Definition definition) {
        this.definition = definition;
    }

    @Override
    public List<Mutant> mutants(Place place) {
        var mutants = new ArrayList<Mutant>();
        if (place.isInGuard()) {
            return mutants;
        }
        var field = place.field();
        if (FIELDS.contains(field) && !place.isEntry()) {
            mutants.add(place.removed("without " + field));
        } else if (ENTRIES.contains(field) && place.isEntry()) {
            mutants.add(place.removed("without " + field + " " + words(place.node())));
        }
        if (isLateEffect(place)) {
            mutants.add(place.removed("late without " + words(place.node())));
        }
        if (OPPOSITES.containsKey(field) && place.node().isTextual()) {
            opposite(place, OPPOSITES.getOrDefault(field, Map.of()), mutants);
        } else if (isLate(place) && place.node().isTextual()) {
            opposite(place, OPPOSITES.getOrDefault("effects", Map.of()), mutants);
        } else if (isOption(place)) {
            opposite(place, Map.of("end", "day-after", "day-after", "end"), mutants);
        } else if (field.equals("lapse") && place.node().isObject()) {
            mutants.add(place.replaced(TextNode.valueOf("nothing"), "the lapse has no consequence"));
            if (place.node().path("sets").isObject()) {
                mutants.add(place.changed("the lapse sets nothing", copy -> copy.remove("sets")));
            }
        } else if (place.node() instanceof ObjectNode values && isValues(place)) {
            exchange(place, values, mutants);
        }
        return mutants;
    }

    private static void opposite(Place place, Map<String, String> opposites, List<Mutant> mutants) {
        var word = place.node().asText();
        var other = opposites.get(word);
        if (other != null) {
            mutants.add(place.replaced(TextNode.valueOf(other), word + " becomes " + other));
        }
    }

    /** The effect of one step under {@code late}. */
    private static boolean isLate(Place place) {
        var keys = place.keys();
        return keys.size() > 1 && keys.get(keys.size() - 2).equals("late");
    }

    /** One of the effects that a late step keeps, where they are listed. */
    private static boolean isLateEffect(Place place) {
        var keys = place.keys();
        return keys.size() > 2
                && place.isEntry()
                && place.node().isTextual()
                && keys.get(keys.size() - 3).equals("late");
    }

    private static boolean isOption(Place place) {
        var keys = place.keys();
        return keys.size() > 1 && keys.get(keys.size() - 2).equals("options");
    }

    /** What a step or a lapse sets: attribute to value. */
    private static boolean isValues(Place place) {
        return !place.isEntry()
                && (place.field().equals("values")
                        || (place.field().equals("sets") && place.node().isObject()));
    }

    private void exchange(Place place, ObjectNode values, List<Mutant> mutants) {
        values.properties().forEach(entry -> {
            var name = entry.getKey();
            var value = entry.getValue().asText();
            definition.attributes().getOrDefault(name, List.of()).stream()
                    .filter(other -> !other.equals(value))
                    .findFirst()
                    .ifPresent(other -> mutants.add(place.changed(
                            "sets " + name + " to " + other + " instead of " + value, copy -> copy.put(name, other))));
        });
    }

    private static String words(JsonNode node) {
        return node.isTextual() ? node.asText() : node.toString().replace("\"", "");
    }
}
