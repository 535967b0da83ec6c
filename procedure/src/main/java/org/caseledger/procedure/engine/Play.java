// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * One world being played.
 *
 * @param readings that hold in it
 * @param lateness of the step being played
 * @param countries of the roles that were asked for
 */
record Play(
        Program program,
        Readings readings,
        Marking marking,
        Roles roles,
        Journal journal,
        LateDays lateness,
        Map<String, String> countries) {

    Play(Program program, int world, Marking marking, Roles roles, Journal journal) {
        this(
                program,
                new Readings(program, world),
                marking,
                roles,
                journal,
                new LateDays(program.limits().size()),
                new HashMap<>());
    }

    /** The country of the role's first holder, or null while nobody holds it. */
    @Nullable
    String countryOf(String role) {
        var known = countries.get(role);
        var holders = known == null ? roles.holders(role) : List.<String>of();
        if (!holders.isEmpty()) {
            known = holders.get(0).substring(0, 2);
            countries.put(role, known);
        }
        return known;
    }

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
