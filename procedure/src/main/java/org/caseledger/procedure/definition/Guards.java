// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All guards of a definition, collected in plain loops: a fresh JVM takes its time for each lambda. */
final class Guards {

    private final List<Condition> guards = new ArrayList<>();

    private Guards() {}

    static List<Condition> of(Definition definition) {
        var guards = new Guards();
        guards.add(definition.ends());
        for (var parameter : definition.parameters()) {
            for (var row : parameter.rows()) {
                guards.add(row.when());
            }
        }
        for (var round : definition.rounds()) {
            guards.add(round.when());
        }
        for (var bar : definition.bars()) {
            guards.add(bar.condition());
        }
        for (var step : definition.steps()) {
            guards.add(step);
        }
        for (var limit : definition.limits()) {
            guards.add(limit);
        }
        return guards.guards;
    }

    /** The guard and all that it is made of. */
    static List<Condition> parts(Condition condition) {
        var parts = new ArrayList<Condition>();
        addParts(condition, parts);
        return parts;
    }

    private void add(@Nullable Condition guard) {
        if (guard != null) {
            guards.add(guard);
        }
    }

    private void add(StepType step) {
        for (var need : step.needs()) {
            add(need.condition());
        }
        addAssignments(step.sets());
        for (var annulment : step.mayAnnul()) {
            add(annulment.when());
        }
    }

    private void add(Limit limit) {
        for (var met : limit.metBy()) {
            add(met.when());
        }
        for (var alternative : limit.end()) {
            add(alternative.when());
        }
        for (var effects : limit.late().values()) {
            for (var late : effects) {
                add(late.when());
            }
        }
        add(limit.hold() == null ? null : limit.hold().condition());
        add(limit.pause() == null ? null : limit.pause().condition());
        for (var verb : limit.verbs()) {
            add(verb.when());
        }
        var lapse = limit.lapse();
        if (lapse != null) {
            addAssignments(lapse.sets());
            for (var notFor : lapse.notFor()) {
                add(notFor.when());
            }
        }
    }

    private void addAssignments(List<Assignment> assignments) {
        for (var assignment : assignments) {
            add(assignment.when());
        }
    }

    private static void addParts(Condition condition, List<Condition> parts) {
        parts.add(condition);
        for (var inner : inner(condition)) {
            addParts(inner, parts);
        }
    }

    private static List<Condition> inner(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.of();
        } else if (condition instanceof Condition.All all) {
            return all.of();
        } else if (condition instanceof Condition.Not not) {
            return List.of(not.of());
        } else if (condition instanceof Condition.AnyOpen open) {
            return List.of(open.where());
        }
        return condition instanceof Condition.ForEach each ? List.of(each.is()) : List.of();
    }
}
