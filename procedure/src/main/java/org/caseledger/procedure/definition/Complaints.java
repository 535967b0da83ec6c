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
        problems.add(new DefinitionException.Problem(places.apply(path), sentence));
    }

    void unless(boolean fine, String path, String sentence) {
        if (!fine) {
            add(path, sentence);
        }
    }

    void raise() {
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
    }
}
