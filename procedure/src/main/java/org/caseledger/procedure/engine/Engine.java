// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Plays one definition. A pure function: no clock, no locale, no zone library. Thread-safe. */
public interface Engine {

    static Engine of(Definition definition, List<Calendar> calendars) {
        throw new UnsupportedOperationException();
    }

    /** The state of a case before its first step. */
    CaseState initial();

    /** Reads a state from a header; the inverse of {@link CaseState#toJson}. */
    CaseState read(CaseHeader header);

    /** Applies a step after all that the state holds. The roles decide who may record it. */
    Outcome apply(CaseState state, Roles roles, RecordedStep step);

    /**
     * Admits a late step or a correction: replays all steps in their order with the new one among them. It must stand
     * at its own place in at least one world; steps that the replay leaves without ground stay, flagged.
     *
     * @param recorded every step and correction of the case so far, in order of arrival
     */
    Outcome admit(List<RecordedStep> recorded, Roles roles, RecordedStep step);

    /**
     * What the record says as of a day.
     *
     * @param recorded every step and correction, in any order
     * @param asOf the day whose beginning of lapses and open duties is asked for
     * @param knownAt only what was recorded by the end of this day (UTC), or null for all
     */
    Evaluation evaluate(List<RecordedStep> recorded, Roles roles, LocalDate asOf, @Nullable LocalDate knownAt);

    /** The same as {@link #evaluate} from the state alone: what a worklist needs after a step in order. */
    Evaluation outlook(CaseState state, Roles roles, LocalDate asOf);

    /** Whether the limit of that round has lapsed in every world as of the day, with that end. */
    boolean lapsed(CaseState state, String limit, int round, LocalDate end, LocalDate asOf);

    /** Whether the record alone is well formed for this definition: vocabulary, attributes, references to come. */
    Outcome.@Nullable Refused check(StepRecord step);
}
