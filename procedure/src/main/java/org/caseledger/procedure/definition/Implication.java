// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/** Whether one guard holds wherever another does, as far as their form shows it. */
final class Implication {

    private Implication() {}

    static boolean holds(Condition stronger, Condition weaker) {
        if (stronger.equals(weaker)) {
            return true;
        } else if (stronger instanceof Condition.Any any) {
            return any.of().stream().allMatch(part -> holds(part, weaker));
        } else if (weaker instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holds(stronger, part));
        } else if (stronger instanceof Condition.AnyOpen one && weaker instanceof Condition.AnyOpen other) {
            return one.round().equals(other.round()) && holds(one.where(), other.where());
        }
        return alternatives(weaker).stream().anyMatch(part -> holds(stronger, part))
                || conjuncts(stronger).stream().anyMatch(part -> holds(part, weaker));
    }

    private static List<Condition> alternatives(Condition condition) {
        return condition instanceof Condition.Any any ? any.of() : List.of();
    }

    private static List<Condition> conjuncts(Condition condition) {
        return condition instanceof Condition.All all ? all.of() : List.of();
    }
}
