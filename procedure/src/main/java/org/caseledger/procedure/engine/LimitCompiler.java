// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Lapse;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Verb;
import org.jspecify.annotations.Nullable;

/** Arranges limits for playing. */
final class LimitCompiler {

    private final Vocables names;
    private final GuardCompiler guards;
    private final Points points;
    private final List<World> worlds;
    private final Function<@Nullable String, Calendar> calendars;

    LimitCompiler(
            Vocables names, GuardCompiler guards, List<World> worlds, Function<@Nullable String, Calendar> calendars) {
        this.names = names;
        this.guards = guards;
        this.points = new Points(names);
        this.worlds = worlds;
        this.calendars = calendars;
    }

    LimitRule compile(Limit limit) {
        var scope = names.scope(limit.scope());
        return new LimitRule(
                limit,
                scope,
                scope.limits().size(),
                calendars.apply(limit.calendar()),
                limit.end().stream()
                        .map(end -> new LimitRule.Alternative(
                                guards.optional(end.when()),
                                points.compile(end.term()),
                                end,
                                end.source().text()))
                        .toList(),
                late(limit),
                suspension(limit.hold()),
                suspension(limit.pause()),
                term(limit.recurs() == null ? null : limit.recurs().until()),
                term(limit.invocable() == null ? null : limit.invocable().until()),
                verbs(limit),
                lapse(limit.lapse()),
                limit.metBy().stream().map(Limit.MetBy::step).distinct().toList());
    }

    private Map<String, List<LimitRule.Lateness>> late(Limit limit) {
        var late = new HashMap<String, List<LimitRule.Lateness>>();
        limit.late()
                .forEach((step, effects) -> late.put(
                        step,
                        effects.stream()
                                .map(each -> new LimitRule.Lateness(guards.optional(each.when()), each.effects()))
                                .toList()));
        return Map.copyOf(late);
    }

    private @Nullable TermRule term(@Nullable Term term) {
        return term == null ? null : points.compile(term);
    }

    private LimitRule.@Nullable Suspension suspension(Limit.@Nullable Suspension suspension) {
        return suspension == null
                ? null
                : new LimitRule.Suspension(
                        guards.compile(suspension.condition()),
                        suspension.source().text());
    }

    private List<LimitRule.Call> verbs(Limit limit) {
        var calls = new ArrayList<LimitRule.Call>();
        for (var verb : limit.verbs()) {
            calls.add(new LimitRule.Call(
                    calls.size(),
                    verb,
                    guards.optional(verb.when()),
                    verb instanceof Verb.Restart restart && restart.from() != null
                            ? points.compile(restart.from())
                            : null,
                    term(verb instanceof Verb.Revise revise ? revise.end() : null),
                    verb.source().text()));
        }
        return List.copyOf(calls);
    }

    private LimitRule.@Nullable LapseRule lapse(@Nullable Lapse lapse) {
        if (lapse == null) {
            return null;
        }
        return new LimitRule.LapseRule(
                lapse.as() == null ? null : names.happening(lapse.as()),
                settings(lapse.sets()),
                lapse.isFinal(),
                worlds.stream().map(world -> daysToDeemed(lapse, world)).toList(),
                lapse.notFor().stream()
                        .map(not -> new LimitRule.NotFor(not.role(), guards.optional(not.when())))
                        .toList(),
                lapse.source().text());
    }

    private static int daysToDeemed(Lapse lapse, World world) {
        var deemed = lapse.deemedOn();
        return deemed == null ? 0 : deemed.daysAfter().getOrDefault(world.option(deemed.reading()), 0);
    }

    List<Setting> settings(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> new Setting(
                        guards.optional(assignment.when()),
                        assignment.values().entrySet().stream()
                                .map(value -> new Setting.Value(names.attribute(value.getKey()), value.getValue()))
                                .toList(),
                        assignment.reopens()))
                .toList();
    }
}
