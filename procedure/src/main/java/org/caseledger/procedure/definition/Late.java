// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a late step still does, where the guard holds.
 *
 * @param effects all for {@code full}, none for {@code none}
 */
public record Late(@Nullable Condition when, SortedSet<Effect> effects) {

    /** What a step can do. */
    public enum Effect {
        /** It is an occurrence with effect: limits count from it. */
        ANCHORS,
        SETS,
        ANNULS,
        /** It includes and excludes acts. */
        INCLUDES,
        /** It closes its round. */
        CLOSES,
        /** It moves limits. */
        MOVES
    }

    public static final Set<Effect> FULL = Collections.unmodifiableSet(EnumSet.allOf(Effect.class));

    public Late {
        effects = Collections.unmodifiableSortedSet(new TreeSet<>(effects));
    }
}
