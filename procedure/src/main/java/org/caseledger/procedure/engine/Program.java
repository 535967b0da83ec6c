// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Bar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Round;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.caseledger.procedure.definition.StepType;
import org.jspecify.annotations.Nullable;

/** A definition arranged for playing: what belongs to a name, and the calendar that counts. */
final class Program {

    /** The word by which a guard asks for a case attribute. */
    static final String CASE = "case";

    private final Definition definition;
    private final Calendar calendar;
    private final List<Calendar> calendars;
    private final List<World> worlds;
    private final SortedSet<String> unconfirmed;
    private final Map<String, StepType> steps = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<String, Round> rounds = new HashMap<>();
    private final Map<String, List<Bar>> bars = new HashMap<>();

    Program(Definition definition, List<Calendar> calendars) {
        Unbuilt.refuse(definition);
        this.definition = definition;
        this.calendars = List.copyOf(calendars);
        this.calendar = calendar(definition.calendar());
        this.worlds = World.all(definition);
        this.unconfirmed = unconfirmedRules(definition);
        definition.rounds().forEach(round -> rounds.put(round.name(), round));
        for (var step : definition.steps()) {
            steps.put(step.name(), step);
            homes.put(step.name(), step.opens() == null ? scopeName(step.scope()) : step.opens());
            bars.put(
                    step.name(),
                    definition.bars().stream()
                            .filter(bar -> bar.step().equals(step.name()))
                            .toList());
        }
        for (var limit : definition.limits()) {
            var lapse = limit.lapse();
            if (lapse != null && lapse.as() != null) {
                homes.put(lapse.as(), scopeName(limit.scope()));
            }
        }
    }

    Definition definition() {
        return definition;
    }

    /** The calendar that counts. */
    Calendar calendar() {
        return calendar;
    }

    /** The calendar of that id among those that the case pins. */
    Calendar calendar(String id) {
        return calendars.stream()
                .filter(candidate -> candidate.pin().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the definition needs the calendar " + id));
    }

    List<Calendar> calendars() {
        return calendars;
    }

    List<World> worlds() {
        return worlds;
    }

    StepType step(String name) {
        return Objects.requireNonNull(steps.get(name));
    }

    @Nullable
    StepType stepOrNull(String name) {
        return steps.get(name);
    }

    @Nullable
    Round round(String name) {
        return rounds.get(name);
    }

    List<Bar> bars(String step) {
        return bars.getOrDefault(step, List.of());
    }

    /** The scope in whose instances occurrences of the name are kept. */
    String home(String name) {
        return homes.getOrDefault(name, "");
    }

    /** What a case attribute is; the first of its list until something sets it. */
    @Nullable
    String value(Marking marking, String attribute) {
        var value = marking.values().get(attribute);
        if (value != null) {
            return value.value();
        }
        var list = definition.attributes().get(attribute);
        return list == null ? null : list.get(0);
    }

    /** Days from a limit's last day to the day on which its lapse is deemed to have happened, in a world. */
    static int daysToDeemed(Limit limit, World world) {
        var lapse = limit.lapse();
        if (lapse == null || lapse.deemedOn() == null) {
            return 0;
        }
        var option = world.choices().get(lapse.deemedOn().reading());
        return option == null ? 0 : lapse.deemedOn().daysAfter().getOrDefault(option, 0);
    }

    /** The instances in which a limit lives. */
    List<Frame> instances(Marking marking, Limit limit) {
        return marking.frames(scopeName(limit.scope()));
    }

    static String scopeName(Scope scope) {
        if (scope instanceof Scope.Round round) {
            return round.name();
        }
        return scope instanceof Scope.Each each ? "@" + each.role() : "";
    }

    /** Whether the rule of that text is one that no source confirms. */
    boolean unconfirmed(String rule) {
        return unconfirmed.contains(rule);
    }

    private static SortedSet<String> unconfirmedRules(Definition definition) {
        return Sources.of(definition)
                .filter(source -> !source.confirmed())
                .map(Source::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
