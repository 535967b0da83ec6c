// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something that the record of a case makes true or not. */
public sealed interface Condition {

    /** The step or named lapse stands, with or without effect. */
    record Happened(String name) implements Condition {}

    /** The limit passed unmet. */
    record LapsedLimit(String limit) implements Condition {}

    /**
     * An attribute has one of the values.
     *
     * @param step the step whose newest occurrence is asked, {@code case}, or null for the step that is being recorded
     */
    record Holds(@Nullable String step, String attribute, SortedSet<String> values) implements Condition {
        public Holds {
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        }
    }

    /** The step that is being recorded carries the attribute. */
    record Present(String attribute) implements Condition {}

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /** A round of that name is open for which the condition holds. */
    record AnyOpen(String round, Condition where) implements Condition {}

    /** The role has holders, and the condition holds for each of them. */
    record ForEach(String role, Condition is) implements Condition {}
}
