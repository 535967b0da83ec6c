// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/** A definition that is refused, with every problem found. */
public final class DefinitionException extends IllegalArgumentException {

    private final transient List<Problem> problems;

    public DefinitionException(List<Problem> problems) {
        super(String.join("; ", problems.stream().map(Problem::text).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One reason why a definition is refused.
     *
     * @param place file and line where it was read from YAML, else the path in the definition
     * @param sentence what is wrong and what to do
     */
    public record Problem(String place, String sentence) {
        String text() {
            return place + ": " + sentence;
        }
    }
}
