// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that a definition declares. */
final class Names {

    static final String CASE = "case";
    static final String READING = "reading";
    static final String PARAMETER = "parameter";

    /** What a step or a lapse cannot be called, as rules give these words a meaning of their own. */
    static final Set<String> WORDS = Set.of(CASE, READING, PARAMETER, "this", "same");

    /** What an attribute cannot be called: fields of guards, and prose. */
    static final Set<String> FIELDS = Set.of(
            "any",
            "all",
            "not",
            "happened",
            "lapsed",
            "running",
            "late",
            "present",
            "times",
            "elapsed",
            "in-force",
            "any-open",
            "where",
            "each",
            "is",
            "title",
            "note",
            "link",
            "conflicts");

    private final Definition definition;
    private final Map<String, StepType> steps = new HashMap<>();
    private final Map<String, Limit> limits = new HashMap<>();
    private final Map<String, Limit> lapses = new HashMap<>();
    private final Set<String> rounds;

    Names(Definition definition) {
        this.definition = definition;
        definition.steps().forEach(step -> steps.putIfAbsent(step.name(), step));
        for (var limit : definition.limits()) {
            limits.putIfAbsent(limit.name(), limit);
            var lapse = limit.lapse();
            if (lapse != null && lapse.as() != null) {
                lapses.putIfAbsent(lapse.as(), limit);
            }
        }
        this.rounds = definition.rounds().stream().map(Round::name).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    StepType step(String name) {
        return steps.get(name);
    }

    @Nullable
    Limit limit(String name) {
        return limits.get(name);
    }

    /** The limit whose lapse has that name, or null. */
    @Nullable
    Limit lapsing(String name) {
        return lapses.get(name);
    }

    boolean isRole(String name) {
        return definition.roles().containsKey(name);
    }

    /** Whether somebody does a step under that name, be it a role or anybody. */
    boolean isActor(String name) {
        return isRole(name)
                || definition.steps().stream().anyMatch(step -> step.by().equals(name));
    }

    boolean isRound(String name) {
        return rounds.contains(name);
    }

    /** A step or a named lapse. */
    boolean isHappening(String name) {
        return steps.containsKey(name) || lapses.containsKey(name);
    }

    @Nullable
    Attribute attribute(String step, String attribute) {
        var type = steps.get(step);
        return type == null ? null : type.attribute(attribute);
    }

    /** The closed list of a case attribute, or an empty one if there is no such attribute. */
    List<String> values(String attribute) {
        return definition.attributes().getOrDefault(attribute, List.of());
    }

    @Nullable
    Reading reading(String name) {
        return definition.readings().stream()
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Parameter parameter(String name) {
        return definition.parameter(name);
    }

    /** The limits that the step can meet. */
    Stream<Limit> metBy(String step) {
        return definition.limits().stream().filter(limit -> limit.metBy().stream()
                .anyMatch(met -> met.step().equals(step)));
    }

    /** The first name that is declared twice, or null. */
    static @Nullable String repeated(List<String> names) {
        var seen = new HashSet<String>();
        return names.stream().filter(name -> !seen.add(name)).findFirst().orElse(null);
    }
}
