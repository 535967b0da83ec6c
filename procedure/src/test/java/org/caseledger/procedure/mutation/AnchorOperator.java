// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.StepType;

/** Counts from another step, from the latest instead of the earliest, or from fewer. */
final class AnchorOperator implements Mutator.Operator {

    private static final Set<String> POINTS = Set.of("from", "to");
    private static final Map<String, String> OTHER_WAY = Map.of(
            "first-listed-of", "latest-of",
            "earliest-of", "latest-of",
            "latest-of", "earliest-of");

    private final List<String> steps;
    private final String opening;

    AnchorOperator(Definition definition) {
        this.steps = definition.steps().stream().map(StepType::name).toList();
        this.opening = definition.openingSteps().get(0);
    }

    @Override
    public List<Mutant> mutants(Place place) {
        var mutants = new ArrayList<Mutant>();
        var field = place.field();
        var listed = OTHER_WAY.containsKey(field) && place.isEntry();
        if ((POINTS.contains(field) || listed) && place.node().isTextual()) {
            exchange(place, mutants);
        }
        if (listed) {
            mutants.add(place.removed("'" + field + "' loses " + place.node()));
        }
        if (place.node() instanceof ObjectNode object) {
            OTHER_WAY.forEach((way, other) -> {
                if (object.path(way).size() > 1) {
                    mutants.add(place.changed(way + " becomes " + other, copy -> copy.set(other, copy.remove(way))));
                }
            });
        }
        return mutants;
    }

    private void exchange(Place place, List<Mutant> mutants) {
        var name = place.node().asText();
        if (name.matches("[0-9].*")) {
            return;
        }
        if (name.equals("same")) {
            mutants.add(place.replaced(TextNode.valueOf("this"), "counted from the trigger instead of the anchor"));
        } else {
            var other = name.equals(opening) ? another(name) : opening;
            mutants.add(place.replaced(TextNode.valueOf(other), "counted from " + other + " instead of " + name));
        }
    }

    private String another(String name) {
        return steps.stream().filter(step -> !step.equals(name)).findFirst().orElse(name);
    }
}
