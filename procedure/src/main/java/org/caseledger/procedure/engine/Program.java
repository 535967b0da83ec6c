// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/** A definition arranged for playing: every name a number, every guard ready to be asked. Immutable. */
final class Program {

    /** The word by which a guard asks for a case attribute. */
    static final String CASE = "case";

    private final Definition definition;
    private final List<Calendar> calendars;
    private final List<Pin> pins;
    private final List<World> worlds;
    private final Vocables names;
    private final List<LimitRule> limits = new ArrayList<>();
    private final List<StepRule> steps = new ArrayList<>();
    private final Map<String, StepRule> stepsByName = new HashMap<>();
    private final Map<String, ParameterRule> parameters = new HashMap<>();
    private final List<String> firstValues;
    private final BitSet excludedAtFirst = new BitSet();
    private final List<List<Trigger>> triggers = new ArrayList<>();
    private final Guard ends;
    private final Dependents dependents;
    private final List<LimitRule> askedLate;
    private final SortedSet<String> unconfirmed;

    /** @throws IllegalArgumentException if a calendar that the definition names is not among them */
    Program(Definition definition, List<Calendar> calendars) {
        this.definition = definition;
        this.calendars = List.copyOf(calendars);
        this.pins = calendars.stream().map(Calendar::pin).toList();
        this.worlds = World.all(definition);
        this.unconfirmed = unconfirmedRules(definition);
        this.names = new Vocables(definition);
        this.firstValues = definition.attributes().values().stream()
                .map(values -> values.get(0))
                .toList();
        var guards = new GuardCompiler(names);
        var limitCompiler =
                new LimitCompiler(names, guards, worlds, id -> calendar(id == null ? definition.calendar() : id));
        definition.limits().forEach(limit -> add(limitCompiler.compile(limit)));
        var stepCompiler = new StepCompiler(definition, names, guards, limitCompiler);
        definition.steps().forEach(step -> add(stepCompiler.compile(step)));
        definition.rounds().forEach(round -> {
            var when = guards.optional(round.when());
            names.scope(round.name())
                    .closedBy(round.closedBy().stream()
                            .map(step -> new ScopeRule.Closing(step, when))
                            .toList());
        });
        definition
                .parameters()
                .forEach(parameter -> parameters.put(
                        parameter.name(),
                        new ParameterRule(
                                parameter.name(),
                                parameter.countryOf(),
                                parameter.rows().stream()
                                        .map(row -> new ParameterRule.Row(
                                                Set.copyOf(row.countries()),
                                                guards.optional(row.when()),
                                                row.value(),
                                                row.within(),
                                                row.source().text()))
                                        .toList())));
        this.ends = guards.compile(definition.ends());
        this.dependents = new Dependents(definition, names, limits);
        this.askedLate = dependents.askedLate();
        arrangeTriggers();
    }

    private void add(LimitRule limit) {
        limits.add(limit);
        names.add(limit);
    }

    private void add(StepRule step) {
        steps.add(step);
        stepsByName.put(step.name(), step);
        excludedAtFirst.set(step.type().index(), step.type().startsExcluded());
        step.annuls().forEach(annulling -> annulling.target().home().keepEveryOccurrence());
    }

    private void arrangeTriggers() {
        for (int i = 0; i < names.happenings(); i++) {
            triggers.add(new ArrayList<>());
        }
        for (var limit : limits) {
            for (var call : limit.verbs()) {
                for (var name : call.verb().after()) {
                    triggers.get(names.happening(name).key()).add(new Trigger(limit, call));
                }
            }
        }
    }

    Definition definition() {
        return definition;
    }

    /** The calendar of that id among those that the case pins. */
    Calendar calendar(String id) {
        return calendars.stream()
                .filter(candidate -> candidate.pin().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the definition needs the calendar " + id));
    }

    /** What identifies the calendars that the case pins. */
    List<Pin> calendarPins() {
        return pins;
    }

    List<World> worlds() {
        return worlds;
    }

    List<ScopeRule> scopes() {
        return names.scopes();
    }

    ScopeRule scope(String name) {
        return names.scope(name);
    }

    Happening happening(String name) {
        return names.happening(name);
    }

    List<LimitRule> limits() {
        return limits;
    }

    LimitRule limit(String name) {
        return names.limit(name);
    }

    @Nullable
    LimitRule limitOrNull(String name) {
        return names.limitOrNull(name);
    }

    List<StepRule> steps() {
        return steps;
    }

    /** The acts that are not possible until something includes them, by index; not to be changed. */
    BitSet excludedAtFirst() {
        return excludedAtFirst;
    }

    StepRule step(String name) {
        return Objects.requireNonNull(stepsByName.get(name), name);
    }

    @Nullable
    StepRule stepOrNull(String name) {
        return stepsByName.get(name);
    }

    ParameterRule parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    /** The verbs that a name triggers, in order of limits and of a limit's verbs. */
    List<Trigger> triggers(Happening name) {
        return triggers.get(name.key());
    }

    Guard ends() {
        return ends;
    }

    Dependents dependents() {
        return dependents;
    }

    /** The limits for which rules ask whether a step comes late. */
    List<LimitRule> askedLate() {
        return askedLate;
    }

    /** The names of the case attributes, by number. */
    List<String> attributes() {
        return names.attributes();
    }

    int attribute(String name) {
        return names.attribute(name);
    }

    /** What a case attribute is; the first of its list until something sets it. */
    String value(Marking marking, int attribute) {
        var value = marking.value(attribute);
        return value == null ? firstValues.get(attribute) : value.value();
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
