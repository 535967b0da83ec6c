// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/** How an end is found. */
public sealed interface Term {

    /** A period counted from an anchor. */
    record Counted(Anchor from, Within within) implements Term {}

    /** A date that the newest occurrence of a step states. */
    record Stated(String step, String attribute) implements Term {}

    /** The end of another limit, met or not. */
    record EndOf(String limit) implements Term {}

    /** The earliest of those that give an end. */
    record EarliestOf(List<Term> of) implements Term {
        public EarliestOf {
            of = List.copyOf(of);
        }
    }

    /** The latest of those that give an end. */
    record LatestOf(List<Term> of) implements Term {
        public LatestOf {
            of = List.copyOf(of);
        }
    }
}
