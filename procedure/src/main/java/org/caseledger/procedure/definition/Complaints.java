// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Problems as they are found, each at its place. */
final class Complaints {

    private final UnaryOperator<String> places;
    private final List<DefinitionException.Problem> problems = new ArrayList<>();

    Complaints(UnaryOperator<String> places) {
        this.places = places;
    }

    void add(String path, String sentence) {
        var problem = new DefinitionException.Problem(places.apply(path), sentence);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void unless(boolean fine, String path, String sentence) {
        if (!fine) {
            add(path, sentence);
        }
    }

    boolean none() {
        return problems.isEmpty();
    }

    void raise() {
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
    }
}
