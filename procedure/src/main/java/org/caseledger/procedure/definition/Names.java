// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that a definition declares. */
final class Names {

    static final String CASE = "case";
    static final String READING = "reading";
    static final String PARAMETER = "parameter";

    private final Definition definition;
    private final Set<String> lapses;

    Names(Definition definition) {
        this.definition = definition;
        this.lapses = definition.limits().stream()
                .map(Limit::lapse)
                .filter(lapse -> lapse != null && lapse.as() != null)
                .map(Lapse::as)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isRole(String name) {
        return definition.roles().containsKey(name);
    }

    boolean isRound(String name) {
        return definition.rounds().stream().anyMatch(round -> round.name().equals(name));
    }

    boolean isLimit(String name) {
        return definition.limit(name) != null;
    }

    /** A step or a named lapse. */
    boolean isHappening(String name) {
        return definition.step(name) != null || lapses.contains(name);
    }

    @Nullable
    Attribute attribute(String step, String attribute) {
        var type = definition.step(step);
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

    /** The first name that is declared twice, or null. */
    static @Nullable String repeated(List<String> names) {
        var seen = new HashSet<String>();
        return names.stream().filter(name -> !seen.add(name)).findFirst().orElse(null);
    }
}
