// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.caseledger.procedure.definition.Condition;

/** Guards that ask whether some choice of the attributes of a step still to come could meet a condition. */
final class Possible {

    private final GuardCompiler guards;

    Possible(GuardCompiler guards) {
        this.guards = guards;
    }

    Guard compile(Condition condition) {
        return compile(condition, true);
    }

    private Guard compile(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Not not) {
            return compile(not.of(), !wanted);
        } else if (condition instanceof Condition.Any any) {
            return combine(any.of(), wanted, wanted);
        } else if (condition instanceof Condition.All all) {
            return combine(all.of(), wanted, !wanted);
        } else if (asksTheStep(condition)) {
            return Guard.ALWAYS;
        }
        var guard = guards.compile(condition);
        return wanted ? guard : situation -> !guard.holds(situation);
    }

    private Guard combine(List<Condition> conditions, boolean wanted, boolean one) {
        var parts = new ArrayList<Guard>();
        conditions.forEach(condition -> parts.add(compile(condition, wanted)));
        return situation -> {
            for (var part : parts) {
                if (part.holds(situation) == one) {
                    return one;
                }
            }
            return !one;
        };
    }

    private static boolean asksTheStepSomewhere(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return asksTheStepSomewhere(not.of());
        } else if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(Possible::asksTheStepSomewhere);
        } else if (condition instanceof Condition.All all) {
            return all.of().stream().anyMatch(Possible::asksTheStepSomewhere);
        }
        return asksTheStep(condition);
    }

    private static boolean asksTheStep(Condition condition) {
        return condition instanceof Condition.Present
                || condition instanceof Condition.LateFor
                || (condition instanceof Condition.Holds own && own.step() == null)
                || (condition instanceof Condition.AnyOpen open && asksTheStepSomewhere(open.where()))
                || (condition instanceof Condition.ForEach each && asksTheStepSomewhere(each.is()));
    }
}
