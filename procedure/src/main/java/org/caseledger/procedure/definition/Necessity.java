// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must have happened before a step or lapse, as far as refusals enforce it. */
final class Necessity {

    private final Map<String, Set<String>> before = new HashMap<>();

    Necessity(Definition definition) {
        for (var step : definition.steps()) {
            var names = new HashSet<String>();
            step.needs().stream()
                    .filter(need -> need.otherwise() instanceof Otherwise.Refuse)
                    .forEach(need -> names.addAll(required(need.condition())));
            before.put(step.name(), names);
        }
        var grew = true;
        while (grew) {
            grew = false;
            for (var names : before.values()) {
                var all = new HashSet<>(names);
                names.forEach(name -> all.addAll(before.getOrDefault(name, Set.of())));
                grew |= names.addAll(all);
            }
        }
    }

    /** The names that stand whenever this one happens; without itself unless it needs another of its kind. */
    Set<String> before(String name) {
        return before.getOrDefault(name, Set.of());
    }

    /** The names without which the condition cannot hold. */
    private static Set<String> required(Condition condition) {
        if (condition instanceof Condition.Happened happened) {
            return Set.of(happened.name());
        } else if (condition instanceof Condition.Times times && times.atLeast() > 0) {
            return Set.of(times.step());
        } else if (condition instanceof Condition.Holds holds
                && holds.step() != null
                && !holds.step().equals(Names.CASE)) {
            return Set.of(holds.step());
        } else if (condition instanceof Condition.All all) {
            var names = new HashSet<String>();
            all.of().forEach(part -> names.addAll(required(part)));
            return names;
        } else if (condition instanceof Condition.Any any) {
            var names = new HashSet<>(required(any.of().get(0)));
            any.of().forEach(part -> names.retainAll(required(part)));
            return names;
        }
        return Set.of();
    }
}
