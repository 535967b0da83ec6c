// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an end is found. */
public sealed interface Term {

    /**
     * A period counted from an anchor.
     *
     * @param within the period, or null for a duty without an end
     */
    record Counted(Anchor from, @Nullable Period within) implements Term {}

    /** A date that the newest occurrence of a step states. */
    record Stated(String step, String attribute) implements Term {}

    record EarliestOf(List<Term> of) implements Term {
        public EarliestOf {
            of = List.copyOf(of);
        }
    }

    record LatestOf(List<Term> of) implements Term {
        public LatestOf {
            of = List.copyOf(of);
        }
    }
}
