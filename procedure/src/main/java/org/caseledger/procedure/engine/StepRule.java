// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.BitSet;
import java.util.List;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.StepType;
import org.jspecify.annotations.Nullable;

/**
 * A step arranged for playing.
 *
 * @param scope where it belongs
 * @param opens the rounds that it opens one of, or null
 * @param requirements what the law asks before it, needs first, then bars
 * @param meets the limits that it can meet, in order of the definition
 * @param annuls what it may annul
 * @param includes acts by index
 * @param excludes acts by index
 * @param undoable whether a ruling can take back what it set
 * @param source text of its source
 * @param view as an evaluation names it where it may come next
 */
record StepRule(
        StepType type,
        Happening happening,
        ScopeRule scope,
        @Nullable ScopeRule opens,
        List<Requirement> requirements,
        List<Meeting> meets,
        List<Setting> sets,
        List<Annulling> annuls,
        BitSet includes,
        BitSet excludes,
        boolean undoable,
        String source,
        Evaluation.OpenStep view) {

    /**
     * What must hold.
     *
     * @param holds a need's condition, or that a bar's does not hold
     * @param possible whether some attributes of a step still to come could meet it
     * @param act index of the act where it asks only whether that happened, else -1
     * @param reason of a refusal
     */
    record Requirement(
            Guard holds,
            Guard possible,
            boolean isBar,
            int act,
            Otherwise otherwise,
            Outcome.Reason reason,
            String source) {}

    /** A limit that it meets where the guard holds. */
    record Meeting(LimitRule limit, Guard when) {}

    /** A step that it annuls where the guard holds. */
    record Annulling(Happening target, boolean fromStart, Guard when) {}

    String name() {
        return type.name();
    }
}
