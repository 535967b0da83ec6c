// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/** An occurrence that a ruling annuls. */
record Annulled(Frame frame, Happening name, boolean fromStart) {

    /** What a step annuls, or null where it may not or there is no such occurrence. */
    static @Nullable Annulled by(StepRule rule, CommandId command, Situation situation) {
        for (var annulling : rule.annuls()) {
            var target = annulling.target();
            for (var frame : situation.marking().of(target.home()).frames()) {
                if (frame.holds(target, command) && annulling.when().holds(situation)) {
                    return new Annulled(frame, target, annulling.fromStart());
                }
            }
        }
        return null;
    }
}
