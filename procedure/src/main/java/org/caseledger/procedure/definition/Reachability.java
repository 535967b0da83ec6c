// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashSet;
import java.util.Set;

/** Finds steps that nothing can ever enable. */
final class Reachability {

    private final Definition definition;
    private final Set<String> reachable = new HashSet<>();

    Reachability(Definition definition) {
        this.definition = definition;
    }

    void check(Complaints complaints) {
        var before = -1;
        while (before != reachable.size()) {
            before = reachable.size();
            definition.steps().stream()
                    .filter(this::canHappen)
                    .map(StepType::name)
                    .forEach(reachable::add);
            definition.limits().stream().filter(this::canStart).forEach(this::addLapse);
        }
        definition.steps().stream()
                .filter(step -> !reachable.contains(step.name()))
                .forEach(step -> complaints.add(
                        "steps[" + step.index() + "]",
                        "'" + step.name() + "' can never be recorded: nothing can enable it"));
    }

    private void addLapse(Limit limit) {
        var lapse = limit.lapse();
        if (lapse != null && lapse.as() != null) {
            reachable.add(lapse.as());
        }
    }

    private boolean canHappen(StepType step) {
        return step.needs().stream()
                .allMatch(need -> !(need.otherwise() instanceof Otherwise.Refuse) || possible(need.condition()));
    }

    private boolean canStart(Limit limit) {
        return limit.end().stream().anyMatch(alternative -> anchored(alternative.term()));
    }

    private boolean anchored(Term term) {
        return Points.of(term).anyMatch(this::known);
    }

    private boolean known(Point point) {
        var name = Points.happening(point);
        return name == null || reachable.contains(name);
    }

    private boolean possible(Condition condition) {
        if (condition instanceof Condition.Happened happened) {
            return reachable.contains(happened.name());
        } else if (condition instanceof Condition.Holds holds) {
            return holds.step() == null || holds.step().equals(Names.CASE) || reachable.contains(holds.step());
        } else if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(this::possible);
        } else if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(this::possible);
        } else if (condition instanceof Condition.AnyOpen open) {
            return possible(open.where());
        } else if (condition instanceof Condition.ForEach each) {
            return possible(each.is());
        }
        return true;
    }
}
