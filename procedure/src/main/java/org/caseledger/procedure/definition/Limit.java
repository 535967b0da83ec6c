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
 * @param by who owes it: a role, or anybody who does one of the steps that meet it
 * @param countryOf the role whose holder's holidays and clock count: {@code by} where that is a role
 * @param calendar id of the calendar that counts, if another than the definition's, or null
 * @param end the alternatives; the first whose guard holds counts
 * @param late for each step that meets it, what it still does when late: the first whose guard holds
 * @param hold while it cannot lapse, or null
 * @param pause while its days do not run, or null
 * @param recurs until when it begins again, or null
 * @param verbs restarts, then revisions, extensions and releases, each in its order
 * @param invocable who may rely on its having passed, or null
 * @param lapse what follows when it passes unmet, or null where the law gives nothing
 */
public record Limit(
        int index,
        String name,
        Scope scope,
        String by,
        String countryOf,
        @Nullable String calendar,
        List<MetBy> metBy,
        List<Alternative> end,
        SortedMap<String, List<Late>> late,
        @Nullable Suspension hold,
        @Nullable Suspension pause,
        @Nullable Recurrence recurs,
        List<Verb> verbs,
        @Nullable Invocable invocable,
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

    /** A state that holds or pauses the limit. */
    public record Suspension(Condition condition, Source source) {}

    /** The limit begins again when it was met or has passed. */
    public record Recurrence(Term until, Source source) {}

    /**
     * The right to rely on the limit's having passed.
     *
     * @param until the end of that right, or null if it has none
     */
    public record Invocable(String by, @Nullable Term until, Source source) {}
}
