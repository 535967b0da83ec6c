// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.StepType;

/** Arranges steps for playing; the limits must have been arranged before. */
final class StepCompiler {

    private final Definition definition;
    private final Vocables names;
    private final GuardCompiler guards;
    private final GuardCompiler meetings;
    private final LimitCompiler limits;
    private final Possible possible;

    StepCompiler(Definition definition, Vocables names, GuardCompiler guards, LimitCompiler limits) {
        this.definition = definition;
        this.names = names;
        this.guards = guards;
        this.meetings = guards.ofMeetings();
        this.limits = limits;
        this.possible = new Possible(guards);
    }

    StepRule compile(StepType type) {
        return new StepRule(
                type,
                names.happening(type.name()),
                names.scope(type.scope()),
                type.opens() == null ? null : names.scope(type.opens()),
                requirements(type),
                meets(type),
                limits.settings(type.sets()),
                type.mayAnnul().stream()
                        .map(annulment -> new StepRule.Annulling(
                                names.happening(annulment.step()),
                                annulment.fromStart(),
                                guards.optional(annulment.when())))
                        .toList(),
                indexes(type.includes()),
                indexes(type.excludes()),
                undoable(type),
                type.source().text(),
                new Evaluation.OpenStep(type.name(), type.kind().name().toLowerCase(Locale.ROOT), type.recorders()));
    }

    private List<StepRule.Requirement> requirements(StepType type) {
        var requirements = new ArrayList<StepRule.Requirement>();
        for (var need : type.needs()) {
            requirements.add(new StepRule.Requirement(
                    guards.compile(need.condition()),
                    possible.compile(need.condition()),
                    false,
                    act(need.condition()),
                    need.otherwise(),
                    Outcome.Reason.NOT_ENABLED,
                    need.source().text()));
        }
        for (var bar : definition.bars()) {
            if (bar.step().equals(type.name())) {
                var barred = guards.compile(bar.condition());
                requirements.add(new StepRule.Requirement(
                        situation -> !barred.holds(situation),
                        situation -> !barred.holds(situation),
                        true,
                        act(bar.condition()),
                        bar.otherwise(),
                        Outcome.Reason.BARRED,
                        bar.source().text()));
            }
        }
        return List.copyOf(requirements);
    }

    /** The act that the condition asks for and nothing else, or -1. */
    private int act(Condition condition) {
        var step = condition instanceof Condition.Happened happened ? definition.step(happened.name()) : null;
        return step != null && step.kind() == Kind.ACT ? step.index() : -1;
    }

    private List<StepRule.Meeting> meets(StepType type) {
        var meets = new ArrayList<StepRule.Meeting>();
        for (var limit : definition.limits()) {
            var ways = limit.metBy().stream()
                    .filter(met -> met.step().equals(type.name()))
                    .toList();
            if (!ways.isEmpty()) {
                meets.add(new StepRule.Meeting(names.limit(limit.name()), anyOf(ways)));
            }
        }
        return List.copyOf(meets);
    }

    private Guard anyOf(List<Limit.MetBy> ways) {
        var parts = ways.stream().map(way -> meetings.optional(way.when())).toList();
        return parts.size() == 1 ? parts.get(0) : situation -> parts.stream().anyMatch(part -> part.holds(situation));
    }

    private BitSet indexes(List<String> steps) {
        var indexes = new BitSet();
        for (var step : definition.steps()) {
            if (steps.contains(step.name())) {
                indexes.set(step.index());
            }
        }
        return indexes;
    }

    private boolean undoable(StepType type) {
        return definition.steps().stream()
                .flatMap(step -> step.mayAnnul().stream())
                .anyMatch(annulment -> annulment.fromStart() && annulment.step().equals(type.name()));
    }
}
