// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the law says when a limit passes unmet.
 *
 * @param as name under which other rules refer to it, or null
 * @param sets values that case attributes take
 * @param deemedOn reading that decides the anchor for what follows, or null for the limit's last day
 * @param isFinal whether later steps cannot change what it set, unless they reopen it
 * @param notFor the roles that may not rely on it
 */
public record Lapse(
        @Nullable String as,
        List<Assignment> sets,
        @Nullable DeemedOn deemedOn,
        boolean isFinal,
        List<NotFor> notFor,
        Source source) {

    public Lapse {
        sets = List.copyOf(sets);
        notFor = List.copyOf(notFor);
    }

    /** For each option of the reading, the days after the limit's end. */
    public record DeemedOn(String reading, SortedMap<String, Integer> daysAfter) {
        public DeemedOn {
            daysAfter = Collections.unmodifiableSortedMap(new TreeMap<>(daysAfter));
        }
    }

    /** The role may not rely on the lapse where the guard holds. */
    public record NotFor(String role, @Nullable Condition when, Source source) {}
}
