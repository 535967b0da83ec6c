// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drops and negates guards and what they are made of. */
final class GuardOperator implements Mutator.Operator {

    private static final Set<String> GUARDS = Set.of("when", "while", "that", "where", "is", "not");
    private static final Set<String> LISTS = Set.of("any", "all");
    private static final Map<String, String> COMPARISONS = Map.of(
            "more-than", "at-least",
            "at-least", "more-than",
            "less-than", "at-most",
            "at-most", "less-than");

    @Override
    public List<Mutant> mutants(Place place) {
        var mutants = new ArrayList<Mutant>();
        var field = place.field();
        if (GUARDS.contains(field) && !place.isEntry()) {
            guard(place, mutants);
        } else if (LISTS.contains(field) && place.isEntry()) {
            mutants.add(place.removed("'" + field + "' loses " + words(place.node())));
        } else if (place.isEntry() && place.node().isTextual() && isInGuard(place) && !LISTS.contains(field)) {
            mutants.add(place.removed(
                    "'" + field + "' holds no more for " + place.node().asText()));
        } else if (place.node().isInt() && (field.equals("at-least") || field.equals("at-most"))) {
            var number = place.node().asInt();
            mutants.add(place.replaced(IntNode.valueOf(number + 1), field + " " + number + " becomes one more"));
            mutants.add(place.replaced(IntNode.valueOf(number - 1), field + " " + number + " becomes one less"));
        } else if (field.equals("elapsed") && place.node() instanceof ObjectNode elapsed) {
            comparison(place, elapsed, mutants);
        } else if (field.equals("in-force") && place.node() instanceof ObjectNode inForce) {
            inForce.properties().forEach(bound -> {
                var day = LocalDate.parse(bound.getValue().asText());
                mutants.add(place.changed(
                        "in force " + bound.getKey() + " a day later",
                        copy -> copy.put(bound.getKey(), day.plusDays(1).toString())));
                mutants.add(place.changed(
                        "in force " + bound.getKey() + " a day earlier",
                        copy -> copy.put(bound.getKey(), day.minusDays(1).toString())));
            });
        }
        return mutants;
    }

    private static void guard(Place place, List<Mutant> mutants) {
        if (place.field().equals("when") && !place.list().equals("ends")) {
            mutants.add(place.removed("without its guard " + words(place.node())));
        }
        if (place.field().equals("where")) {
            mutants.add(place.removed("any open round instead of where " + words(place.node())));
        }
        if (!place.field().equals("not")) {
            var negated = JsonNodeFactory.instance.objectNode();
            negated.set("not", place.node().deepCopy());
            mutants.add(place.replaced(negated, "holds where it did not: " + words(place.node())));
        }
        conjuncts(place, mutants);
    }

    private static void conjuncts(Place place, List<Mutant> mutants) {
        if (!(place.node() instanceof ObjectNode object)) {
            return;
        }
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("where", "is"));
        if (names.size() > 1) {
            for (var name : names) {
                mutants.add(place.changed("does not ask " + name + " any more", copy -> {
                    copy.remove(name);
                    copy.remove(name.equals("any-open") ? "where" : name.equals("each") ? "is" : name);
                }));
            }
        }
    }

    private static void comparison(Place place, ObjectNode elapsed, List<Mutant> mutants) {
        COMPARISONS.forEach((word, other) -> {
            if (elapsed.has(word)) {
                mutants.add(place.changed(word + " becomes " + other, copy -> copy.set(other, copy.remove(word))));
            }
        });
    }

    private static boolean isInGuard(Place place) {
        return place.keys().stream().anyMatch(GUARDS::contains);
    }

    private static String words(JsonNode node) {
        return node instanceof TextNode ? node.asText() : node.toString().replace("\"", "");
    }
}
