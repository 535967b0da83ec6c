// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.scenario.Scenario;

/**
 * Scenarios in the order in which they are likely to notice a change: first those that noticed the changes before it,
 * as neighbours are often noticed by the same, then those that speak of what the changed rule speaks of, rare names
 * before common ones. The order decides how long it takes, never what is noticed.
 */
final class Suite {

    /** So many scenarios that noticed something last are asked first. */
    private static final int RECENT = 4;

    private final List<Spoken> scenarios;
    private final Map<String, Double> weights = new HashMap<>();
    private final ArrayDeque<Spoken> recent = new ArrayDeque<>();

    Suite(List<Scenario> scenarios) {
        this.scenarios = scenarios.stream().map(Spoken::of).toList();
        var known = new HashMap<String, Integer>();
        this.scenarios.forEach(each -> each.words().forEach(word -> known.merge(word, 1, Integer::sum)));
        known.forEach((word, times) -> weights.put(word, Math.log((scenarios.size() + 1.0) / times)));
    }

    /** Whether some scenario differs under the engine of a mutant. */
    boolean notices(Mutant mutant, Engine engine) {
        for (var spoken : inOrder(mutant)) {
            if (differs(spoken.scenario(), engine)) {
                remember(spoken);
                return true;
            }
        }
        return false;
    }

    private Set<Spoken> inOrder(Mutant mutant) {
        Set<Spoken> order;
        synchronized (recent) {
            order = new LinkedHashSet<>(recent);
        }
        var relevance = new HashMap<Spoken, Double>();
        scenarios.forEach(each -> relevance.put(each, relevance(each, mutant)));
        var rest = new ArrayList<>(scenarios);
        rest.sort(Comparator.comparing((Spoken each) -> relevance.getOrDefault(each, 0.0))
                .reversed()
                .thenComparing(each -> each.scenario().steps().size()));
        order.addAll(rest);
        return order;
    }

    private double relevance(Spoken scenario, Mutant mutant) {
        return mutant.words().stream()
                .filter(scenario.words()::contains)
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .sum();
    }

    private void remember(Spoken scenario) {
        synchronized (recent) {
            recent.remove(scenario);
            recent.addFirst(scenario);
            if (recent.size() > RECENT) {
                recent.removeLast();
            }
        }
    }

    private static boolean differs(Scenario scenario, Engine engine) {
        try {
            return scenario.differs(engine);
        } catch (RuntimeException broken) {
            return true;
        }
    }

    /** A scenario and the names that it records or asserts; alike only if it is the same one. */
    private static final class Spoken {

        private final Scenario scenario;
        private final Set<String> words;

        private Spoken(Scenario scenario, Set<String> words) {
            this.scenario = scenario;
            this.words = words;
        }

        static Spoken of(Scenario scenario) {
            var words = new TreeSet<String>();
            scenario.steps().forEach(step -> {
                words.add(step.record().step());
                words.addAll(step.record().attributes().values());
            });
            scenario.expected().forEach(day -> Words.addTo(words, day));
            return new Spoken(scenario, words);
        }

        Scenario scenario() {
            return scenario;
        }

        Set<String> words() {
            return words;
        }
    }
}
