// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Numbers the names of a definition: scopes, happenings, limits, case attributes. */
final class Vocables {

    private final List<ScopeRule> scopes = new ArrayList<>();
    private final Map<String, ScopeRule> scopesByName = new HashMap<>();
    private final Map<String, Happening> happenings = new HashMap<>();
    private final Map<String, Integer> limitIndexes = new HashMap<>();
    private final Map<String, LimitRule> limits = new HashMap<>();
    private final List<String> attributes;

    Vocables(Definition definition) {
        attributes = List.copyOf(definition.attributes().keySet());
        addScope("", null);
        definition.rounds().forEach(round -> addScope(round.name(), null));
        definition.roles().keySet().forEach(role -> addScope("@" + role, role));
        definition
                .steps()
                .forEach(step -> add(step.name(), step.opens() == null ? scope(step.scope()) : scope(step.opens())));
        for (var limit : definition.limits()) {
            limitIndexes.put(limit.name(), limit.index());
            if (limit.lapse() != null && limit.lapse().as() != null) {
                add(limit.lapse().as(), scope(limit.scope()));
            }
        }
    }

    private void addScope(String name, @Nullable String role) {
        var scope = new ScopeRule(scopes.size(), name, role);
        scopes.add(scope);
        scopesByName.put(name, scope);
    }

    private void add(String name, ScopeRule home) {
        var happening =
                new Happening(happenings.size(), name, home, home.happenings().size());
        home.happenings().add(happening);
        happenings.put(name, happening);
    }

    void add(LimitRule limit) {
        limit.scope().limits().add(limit);
        limits.put(limit.name(), limit);
    }

    List<ScopeRule> scopes() {
        return scopes;
    }

    /** The case, a round by its name, or a role behind an {@code @}. */
    ScopeRule scope(String name) {
        return Objects.requireNonNull(scopesByName.get(name), name);
    }

    ScopeRule scope(Scope scope) {
        if (scope instanceof Scope.Round round) {
            return scope(round.name());
        }
        return scope instanceof Scope.Each each ? scope("@" + each.role()) : scopes.get(0);
    }

    Happening happening(String name) {
        return Objects.requireNonNull(happenings.get(name), name);
    }

    int happenings() {
        return happenings.size();
    }

    int limitIndex(String name) {
        return Objects.requireNonNull(limitIndexes.get(name), name);
    }

    /** A limit by its name; only once all are added. */
    LimitRule limit(String name) {
        return Objects.requireNonNull(limits.get(name), name);
    }

    @Nullable
    LimitRule limitOrNull(String name) {
        return limits.get(name);
    }

    List<String> attributes() {
        return attributes;
    }

    int attribute(String name) {
        return attributes.indexOf(name);
    }
}
