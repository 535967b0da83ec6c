// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * One world being played.
 *
 * @param world its index
 * @param lateness of the step being played
 */
record Play(Program program, int world, Marking marking, Roles roles, Journal journal, LateDays lateness) {

    /** What a limit or the end of the procedure asks on a day. */
    Situation on(LocalDate day, Frame frame) {
        return new Situation(this, frame, null, null, null, day);
    }

    /** What a step that may come on a day would ask. */
    Situation asking(LocalDate day) {
        return new Situation(this, marking.caseFrame(), null, null, day, day);
    }

    /** What a step asks. */
    Situation of(StepRecord step, Frame frame) {
        return new Situation(this, frame, null, step, step.occurredOn(), step.occurredOn());
    }

    /** What the lapse of a limit triggers, which is deemed to happen on a day. */
    Situation ofLapse(Frame frame, @Nullable LocalDate deemedOn, LocalDate lastDay) {
        return new Situation(this, frame, null, null, deemedOn, lastDay);
    }
}
