// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.SortedMap;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * That a step or a named lapse happened.
 *
 * @param command the step's entry, or null for a lapse
 * @param on the day; for a lapse the day it is deemed to have happened
 * @param at the instant, where the record has one
 * @param until the last day of the period that a fact covers, or null
 */
record Occurrence(
        @Nullable CommandId command,
        LocalDate on,
        @Nullable OffsetDateTime at,
        @Nullable LocalDate until,
        SortedMap<String, String> attributes,
        Standing standing) {

    /** What an occurrence is good for. */
    enum Standing {
        /** It has its effects. */
        EFFECTIVE,
        /** Too late for its effects; it still counts where another step needs it. */
        LATE,
        /** Annulled, or unlawful without effect: it counts for nothing. */
        VOID
    }

    static Occurrence of(StepRecord step, Standing standing) {
        return new Occurrence(
                step.command(), step.occurredOn(), step.occurredAt(), step.until(), step.attributes(), standing);
    }

    boolean counts() {
        return standing != Standing.VOID;
    }

    boolean effective() {
        return standing == Standing.EFFECTIVE;
    }

    Occurrence annulled() {
        return new Occurrence(command, on, at, until, attributes, Standing.VOID);
    }
}
