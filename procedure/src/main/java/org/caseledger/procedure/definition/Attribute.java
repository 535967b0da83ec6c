// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/**
 * An attribute of a step.
 *
 * @param values the closed list of a {@code CODE}; empty for the others
 * @param optional whether a step may leave it out
 */
public record Attribute(String name, Type type, List<String> values, boolean optional) {

    /** The value of a closed list that says that nobody knows; no guard but one that names it holds for it. */
    public static final String UNKNOWN = "unknown";

    /** What an attribute can hold; never text. */
    public enum Type {
        CODE,
        DATE,
        PERIOD,
        COMMITMENT
    }

    public Attribute {
        values = List.copyOf(values);
    }
}
