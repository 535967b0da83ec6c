// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;
import java.util.Set;
import org.caseledger.procedure.definition.Late;

/** Whether a step stands in one world, and with what effect. */
sealed interface Grounds {

    /** It does not stand. */
    record Missing(Outcome.Refused refusal) implements Grounds {}

    /**
     * It stands.
     *
     * @param frame the instance it belongs to
     * @param effects what it does; empty where it counts without effect
     * @param flags what is to be known about it
     */
    record Given(Frame frame, Occurrence.Standing standing, Set<Late.Effect> effects, List<Outcome.Flag> flags)
            implements Grounds {}
}
