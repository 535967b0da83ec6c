// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.Comparator;

/** What the event {@code from} means for the event {@code to}. */
public record DcrRelation(Kind kind, String from, String to) implements Comparable<DcrRelation> {

    private static final Comparator<DcrRelation> ORDER = Comparator.comparing(DcrRelation::kind)
            .thenComparing(DcrRelation::from)
            .thenComparing(DcrRelation::to);

    /** The five relations of Hildebrandt and Mukkamala 2010 and its milestones. */
    public enum Kind {
        /** {@code to} waits until {@code from} was executed, as long as {@code from} is included. */
        CONDITION,
        /** {@code from} makes {@code to} pending. */
        RESPONSE,
        /** {@code to} waits while {@code from} is included and pending. */
        MILESTONE,
        /** {@code from} includes {@code to}. */
        INCLUDE,
        /** {@code from} excludes {@code to}; an include in the same step wins. */
        EXCLUDE
    }

    @Override
    public int compareTo(DcrRelation other) {
        return ORDER.compare(this, other);
    }
}
