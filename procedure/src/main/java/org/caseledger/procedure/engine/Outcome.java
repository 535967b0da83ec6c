// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;

/** What the engine says of one step. */
public sealed interface Outcome {

    /**
     * The step stands in at least one world.
     *
     * @param next the state after it
     * @param flags what is to be known about it
     */
    record Stands(CaseState next, List<Flag> flags) implements Outcome {
        public Stands {
            flags = List.copyOf(flags);
        }
    }

    /**
     * The step is refused in every world.
     *
     * @param reason why
     * @param subject the step, role, limit or attribute that the reason is about; a code of the definition
     */
    record Refused(Reason reason, String subject) implements Outcome {}

    /** The step's place is before one already applied: the case must be replayed with {@link Engine#admit}. */
    record OutOfOrder() implements Outcome {}

    /** Why a step is refused. */
    enum Reason {
        UNKNOWN_STEP,
        ROLE_DOES_NOT_OWN_STEP,
        NOT_ENABLED,
        BARRED,
        NEEDS_IRREGULARITY_CODE,
        ATTRIBUTE_UNKNOWN,
        ATTRIBUTE_MISSING,
        ATTRIBUTE_VALUE,
        UNKNOWN_ROUND,
        UNKNOWN_REFERENCE,
        NOT_OPENING_STEP,
        LIMIT_NOT_LAPSED
    }

    /**
     * A remark on a step that stands.
     *
     * @param kind what kind of remark
     * @param subject the limit, irregularity or gap that it is about
     */
    record Flag(Kind kind, String subject) {
        public enum Kind {
            LATE,
            UNLAWFUL,
            GAP,
            NO_EFFECT_IN_SOME_WORLD,
            WITHOUT_GROUND,
            CONTESTED
        }
    }
}
