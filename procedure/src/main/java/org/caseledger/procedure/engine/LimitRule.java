// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A limit arranged for playing.
 *
 * @param slot its place in the instances of its scope
 * @param late for each step, the first of these whose guard holds
 * @param hold guard and source, or null
 * @param pause guard and source, or null
 * @param recursUntil until when it begins again, or null where it does not recur
 * @param invocableUntil until when one may rely on its having passed, or null
 * @param steps the steps that meet it, as a view names them
 */
record LimitRule(
        Limit limit,
        ScopeRule scope,
        int slot,
        Calendar calendar,
        List<Alternative> alternatives,
        Map<String, List<Lateness>> late,
        @Nullable Suspension hold,
        @Nullable Suspension pause,
        @Nullable TermRule recursUntil,
        @Nullable TermRule invocableUntil,
        List<Call> verbs,
        @Nullable LapseRule lapse,
        List<String> steps) {

    /** One way to the end. */
    record Alternative(Guard when, TermRule term, Limit.Alternative content, String source) {}

    /** What a late step still does. */
    record Lateness(Guard when, SortedSet<Late.Effect> effects) {}

    /** A state that keeps the limit from lapsing. */
    record Suspension(Guard condition, String source) {}

    /**
     * A verb with its place among the limit's verbs.
     *
     * @param from what a restart counts from, or null
     * @param end what a revision sets, or null
     */
    record Call(
            int index,
            Verb verb,
            Guard when,
            @Nullable PointRule from,
            @Nullable TermRule end,
            String source) {}

    /**
     * What follows when it passes unmet.
     *
     * @param as the name that it happens under, or null
     * @param daysToDeemed for each world, days from the last day to the day on which it is deemed to happen
     */
    record LapseRule(
            @Nullable Happening as,
            List<Setting> sets,
            boolean isFinal,
            List<Integer> daysToDeemed,
            List<NotFor> notFor,
            String source) {}

    /** A role that may not rely on the lapse. */
    record NotFor(String role, Guard when) {}

    int index() {
        return limit.index();
    }

    String name() {
        return limit.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LimitRule rule
                && rule.index() == index()
                && rule.name().equals(name());
    }

    @Override
    public int hashCode() {
        return index();
    }

    @Override
    public String toString() {
        return name();
    }
}
