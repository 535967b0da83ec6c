// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.caseledger.procedure.definition.Definition;

/**
 * Which limits must be asked again when something happened, so that a step touches nothing else. What can happen has a
 * number: first the happenings, then case attributes, then scopes (a round opened or closed), then limits
 * (one changed), then that days passed.
 */
final class Dependents {

    private final Vocables names;
    private final int time;
    private final List<List<Integer>> inside = new ArrayList<>();
    private final List<List<Integer>> everywhere = new ArrayList<>();
    private final BitSet ends;
    private final List<LimitRule> askedLate = new ArrayList<>();

    Dependents(Definition definition, Vocables names, List<LimitRule> limits) {
        this.names = names;
        this.time = limit(limits.size());
        var count = time() + 1;
        for (int i = 0; i < count; i++) {
            inside.add(new ArrayList<>());
            everywhere.add(new ArrayList<>());
        }
        for (var limit : limits) {
            add(limit, new Dependences(definition, this).of(limit.limit()));
        }
        this.ends = new Dependences(definition, this).of(definition.ends());
        var late = new Dependences(definition, this).askedLate();
        limits.stream().filter(limit -> late.contains(limit.name())).forEach(askedLate::add);
    }

    private void add(LimitRule limit, Dependences.Of of) {
        if (limit.limit().recurs() != null) {
            of.direct().set(limit(limit.index()));
        }
        of.direct().stream()
                .forEach(key ->
                        (isInside(limit, key) ? inside : everywhere).get(key).add(limit.index()));
        of.elsewhere().stream()
                .filter(key -> !everywhere.get(key).contains(limit.index()))
                .forEach(key -> everywhere.get(key).add(limit.index()));
    }

    /** Whether only the instance in which it happens is concerned. */
    private boolean isInside(LimitRule limit, int key) {
        return limit.scope().happenings().stream().anyMatch(name -> name.key() == key) || key == limit(limit.index());
    }

    Vocables names() {
        return names;
    }

    int attribute(int number) {
        return names.happenings() + number;
    }

    int scope(ScopeRule scope) {
        return attribute(names.attributes().size()) + scope.index();
    }

    int limit(int index) {
        return attribute(names.attributes().size()) + names.scopes().size() + index;
    }

    /** That a day passed. */
    int time() {
        return time;
    }

    /** Limits of which only the instance in which it happened must be asked again. */
    List<Integer> inside(int key) {
        return inside.get(key);
    }

    /** Limits of which every instance must be. */
    List<Integer> everywhere(int key) {
        return everywhere.get(key);
    }

    /** What the end of the procedure depends on. */
    BitSet ends() {
        return ends;
    }

    List<LimitRule> askedLate() {
        return askedLate;
    }
}
