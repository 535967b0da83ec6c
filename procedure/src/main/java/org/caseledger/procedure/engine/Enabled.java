// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import org.caseledger.procedure.definition.Kind;

/** Whether a step may lawfully be recorded next. Facts and rulings may at any time. */
final class Enabled {

    private Enabled() {}

    /** @param situation the case on the day that is asked about */
    static boolean in(Situation situation, StepRule step) {
        if (step.type().kind() != Kind.ACT) {
            return true;
        }
        var marking = situation.marking();
        if (marking.excluded().get(step.type().index())) {
            return false;
        }
        var scope = step.scope();
        if (scope.role() != null) {
            for (var authority : situation.play().roles().holders(scope.role())) {
                var frame = marking.of(scope).member(authority);
                if (frame != null && lawful(situation.in(frame), step)) {
                    return true;
                }
            }
            return false;
        }
        var newest = scope.isCase() ? marking.caseFrame() : marking.of(scope).newestRound();
        return lawful(newest == null ? situation : situation.in(newest), step);
    }

    private static boolean lawful(Situation situation, StepRule step) {
        for (var requirement : step.requirements()) {
            if (Judgment.isAsked(requirement, situation.marking())
                    && !requirement.possible().holds(situation)) {
                return false;
            }
        }
        return true;
    }
}
