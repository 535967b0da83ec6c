// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** A step that was played, or a named lapse. */
final class Occurrence {

    final String name;
    final LocalDate day;

    /** Null for a lapse. */
    final @Nullable StepRecord step;

    /** Where it lies: its own round or member, if it has one. */
    final Instance in;

    /** The round that it opened, or null. */
    @Nullable
    Instance opened;

    /** Whether needs and guards see it. */
    boolean counts = true;

    /** Whether limits are counted from it. */
    boolean anchors = true;

    Occurrence(String name, LocalDate day, @Nullable StepRecord step, Instance in) {
        this.name = name;
        this.day = day;
        this.step = step;
        this.in = in;
    }

    @Nullable
    OffsetDateTime at() {
        return step == null ? null : step.occurredAt();
    }

    int round() {
        return opened == null ? in.number() : opened.number();
    }

    /** A round by name and number, a member of a role, or the case. */
    record Instance(
            @Nullable String round,
            int number,
            @Nullable String role,
            @Nullable String member) {
        static final Instance CASE = new Instance(null, 0, null, null);

        static Instance round(String name, int number) {
            return new Instance(name, number, null, null);
        }

        static Instance member(String role, String id) {
            return new Instance(null, 0, role, id);
        }

        /** Whether both are rounds of one name, or members of one role. */
        boolean isLike(Instance other) {
            return Objects.equals(round, other.round) && Objects.equals(role, other.role);
        }
    }

    static boolean opens(StepType type) {
        return type.opens() != null && !(type.scope() instanceof Scope.Each);
    }
}
