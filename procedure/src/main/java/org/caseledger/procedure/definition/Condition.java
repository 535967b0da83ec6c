// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something that the record of a case makes true or not. */
public sealed interface Condition {

    /** The step or named lapse stands, with or without effect. */
    record Happened(String name) implements Condition {}

    /** The limit passed unmet in some instance; a recurring one: ever. */
    record LapsedLimit(String limit) implements Condition {}

    /** The limit runs in some instance, held and paused ones included. */
    record Running(String limit) implements Condition {}

    /** The step that is being recorded comes after the end of the limit. */
    record LateFor(String limit) implements Condition {}

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

    /** In this world the reading is taken so. */
    record ReadingIs(String reading, SortedSet<String> options) implements Condition {
        public ReadingIs {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }
    }

    /** The parameter has one of the values here, as its rows write them. */
    record ParameterIs(String parameter, SortedSet<String> values) implements Condition {
        public ParameterIs {
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

    /**
     * So many occurrences count, in this instance or, from outside, in all.
     *
     * @param atLeast 0 where only a maximum is asked
     * @param atMost {@link Integer#MAX_VALUE} where only a minimum is asked
     */
    record Times(String step, int atLeast, int atMost) implements Condition {}

    /**
     * Both days are known, and the second lies so far after the first; counted by dates, without roll or holidays.
     *
     * @param within a {@link Within.Dates}, which may be nothing, or a {@link Within.Parameter}
     */
    record Elapsed(Point from, Point to, Comparison comparison, Within within) implements Condition {

        /** How the second day stands to the first plus the period. */
        public enum Comparison {
            MORE_THAN,
            AT_LEAST,
            AT_MOST,
            LESS_THAN
        }
    }

    /**
     * The day asked for lies there, both included.
     *
     * @param from first day, or null if it was always so
     * @param until last day, or null if it still is
     */
    record InForce(@Nullable LocalDate from, @Nullable LocalDate until) implements Condition {}

    /** A round of that name is open for which the condition holds. */
    record AnyOpen(String round, Condition where) implements Condition {}

    /** The role has holders, and the condition holds for each of them. */
    record ForEach(String role, Condition is) implements Condition {}
}
