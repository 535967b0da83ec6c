// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import org.caseledger.procedure.definition.Condition;

/** Whether some choice of the attributes of a step still to come could meet a condition. */
final class Possible {

    private Possible() {}

    static boolean holds(Condition condition, Situation situation) {
        if (condition instanceof Condition.Holds own && own.step() == null) {
            return true;
        } else if (condition instanceof Condition.Present) {
            return true;
        } else if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(part -> holds(part, situation));
        } else if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holds(part, situation));
        } else if (condition instanceof Condition.Not not && asksTheStep(not.of())) {
            return true;
        }
        return situation.holds(condition);
    }

    private static boolean asksTheStep(Condition condition) {
        return condition instanceof Condition.Present
                || (condition instanceof Condition.Holds own && own.step() == null);
    }
}
