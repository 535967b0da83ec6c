// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Prefers another reading, and takes rows from parameters or gives them another code. */
final class VariantOperator implements Mutator.Operator {

    @Override
    public List<Mutant> mutants(Place place) {
        var mutants = new ArrayList<Mutant>();
        if (place.list().equals("readings") && place.keys().size() == 2) {
            var preferred = place.node().path("preferred").asText();
            var other = place.node().path("other").path(0).asText();
            mutants.add(place.changed("prefers " + other + " to " + preferred, copy -> {
                copy.put("preferred", other);
                copy.withArray("/other").set(0, TextNode.valueOf(preferred));
            }));
        } else if (place.list().equals("parameters") && place.keys().size() == 2) {
            rows(place, mutants);
        }
        return mutants;
    }

    private static void rows(Place parameter, List<Mutant> mutants) {
        var values = place(parameter, "values");
        var codes = StreamSupport.stream(parameter.node().path("of").spliterator(), false)
                .toList();
        for (var row : values.children()) {
            var words = row.node().path("for") + " " + row.node().path("value").asText();
            if (row.node().has("for") || row.node().has("when")) {
                mutants.add(row.removed("without the value for " + words.replace("\"", "")));
            }
            codes.stream()
                    .filter(code -> !code.equals(row.node().path("value")))
                    .findFirst()
                    .ifPresent(code -> mutants.add(row.changed(
                            "is " + code.asText() + " instead of "
                                    + row.node().path("value").asText(),
                            copy -> copy.set("value", code))));
        }
    }

    private static Place place(Place parameter, String field) {
        return parameter.children().stream()
                .filter(child -> child.field().equals(field) && child.node().isArray())
                .findFirst()
                .orElseThrow();
    }
}
