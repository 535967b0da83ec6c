// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcrsecond;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caseledger.procedure.dcr.DcrGraph;
import org.caseledger.procedure.dcr.DcrRelation;

/** The definitions of enabled and execute (Hildebrandt and Mukkamala 2010; {@code docs/dcr.md}) over sets of ids. */
final class PlainDcr {

    private final DcrGraph graph;
    private final Set<String> events = new TreeSet<>();
    private final Map<DcrRelation.Kind, Map<String, Set<String>>> to = new EnumMap<>(DcrRelation.Kind.class);
    private final Map<DcrRelation.Kind, Map<String, Set<String>>> from = new EnumMap<>(DcrRelation.Kind.class);
    private Set<String> executed = Set.of();
    private Set<String> included = Set.of();
    private Set<String> pending = Set.of();

    PlainDcr(DcrGraph graph) {
        this.graph = graph;
        graph.events().forEach(event -> events.add(event.id()));
        for (var relation : graph.relations()) {
            put(to, relation.kind(), relation.from(), relation.to());
            put(from, relation.kind(), relation.to(), relation.from());
        }
        begin();
    }

    /** How a trace ends, and which of its events were accepted. */
    record End(
            List<Boolean> accepted, Set<String> enabled, Set<String> pending, Set<String> included, boolean mayEnd) {}

    End play(List<String> trace) {
        begin();
        var accepted = trace.stream().map(this::execute).toList();
        return new End(accepted, enabled(), pending, included, mayEnd());
    }

    void begin() {
        executed = new TreeSet<>(graph.marking().executed());
        included = new TreeSet<>(graph.marking().included());
        pending = new TreeSet<>(graph.marking().pending());
    }

    Set<String> enabled() {
        return events.stream().filter(this::isEnabled).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean execute(String event) {
        if (!events.contains(event) || !isEnabled(event)) {
            return false;
        }
        executed = union(executed, Set.of(event));
        pending = union(without(pending, Set.of(event)), to(DcrRelation.Kind.RESPONSE, event));
        included = union(without(included, to(DcrRelation.Kind.EXCLUDE, event)), to(DcrRelation.Kind.INCLUDE, event));
        return true;
    }

    private boolean isEnabled(String event) {
        return included.contains(event)
                && from(DcrRelation.Kind.CONDITION, event).stream()
                        .filter(included::contains)
                        .allMatch(executed::contains)
                && from(DcrRelation.Kind.MILESTONE, event).stream()
                        .noneMatch(other -> included.contains(other) && pending.contains(other));
    }

    private boolean mayEnd() {
        return pending.stream().noneMatch(included::contains);
    }

    private Set<String> to(DcrRelation.Kind kind, String event) {
        return to.getOrDefault(kind, Map.of()).getOrDefault(event, Set.of());
    }

    private Set<String> from(DcrRelation.Kind kind, String event) {
        return from.getOrDefault(kind, Map.of()).getOrDefault(event, Set.of());
    }

    private static void put(
            Map<DcrRelation.Kind, Map<String, Set<String>>> relations,
            DcrRelation.Kind kind,
            String key,
            String value) {
        relations
                .computeIfAbsent(kind, any -> new TreeMap<>())
                .computeIfAbsent(key, any -> new TreeSet<>())
                .add(value);
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        var union = new TreeSet<>(left);
        union.addAll(right);
        return union;
    }

    private static Set<String> without(Set<String> left, Set<String> right) {
        var rest = new TreeSet<>(left);
        rest.removeAll(right);
        return rest;
    }
}
