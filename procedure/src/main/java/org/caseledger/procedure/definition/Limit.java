// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A named deadline.
 *
 * @param index place in the definition; orders lapses of one day
 * @param by the role that owes it
 * @param end the alternatives; the first whose guard holds counts
 * @param late for each step that meets it, whether it still has its effects when late
 * @param lapse what follows when it passes unmet, or null where the law gives nothing
 */
public record Limit(
        int index,
        String name,
        Scope scope,
        String by,
        List<MetBy> metBy,
        List<Alternative> end,
        SortedMap<String, Boolean> late,
        @Nullable Hold hold,
        List<Verb> verbs,
        @Nullable Lapse lapse) {

    public Limit {
        metBy = List.copyOf(metBy);
        end = List.copyOf(end);
        late = Collections.unmodifiableSortedMap(new TreeMap<>(late));
        verbs = List.copyOf(verbs);
    }

    /** A step that meets the limit where the guard holds. */
    public record MetBy(String step, @Nullable Condition when) {}

    /** One way to the end, where the guard holds. */
    public record Alternative(@Nullable Condition when, Term term, Source source) {}

    /** The limit cannot lapse while the condition holds. */
    public record Hold(Condition condition, Source source) {}
}
