// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Refuses a definition that could not be played or that is silent where it must speak. */
final class Checker {

    private static final int SEMANTICS = 1;
    private static final int WORLDS = 8;

    private final Definition definition;
    private final UnaryOperator<String> places;
    private final List<DefinitionException.Problem> problems = new ArrayList<>();

    Checker(Definition definition, UnaryOperator<String> places) {
        this.definition = definition;
        this.places = places;
    }

    void check() {
        checkSemantics();
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
    }

    private void checkSemantics() {
        if (definition.semantics() != SEMANTICS) {
            complain("semantics", "this engine plays semantics " + SEMANTICS);
        }
        var worlds = definition.readings().stream()
                .filter(reading -> reading.kind() == Reading.Kind.SPAN)
                .mapToInt(reading -> reading.options().size())
                .reduce(1, Math::multiplyExact);
        if (worlds > WORLDS) {
            complain("readings", "they make " + worlds + " worlds; at most " + WORLDS + " are played");
        }
    }

    private void complain(String path, String sentence) {
        problems.add(new DefinitionException.Problem(places.apply(path), sentence));
    }
}
