// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A plain DCR graph: no data, no time, no nesting.
 *
 * @param events by id
 * @param relations sorted, each once
 * @param marking the state in which it begins
 */
public record DcrGraph(List<DcrEvent> events, List<DcrRelation> relations, DcrMarking marking) {

    /** @throws IllegalArgumentException if an id is declared twice, or named and not declared */
    public DcrGraph {
        events = events.stream().sorted(Comparator.comparing(DcrEvent::id)).toList();
        relations = relations.stream().sorted().distinct().toList();
        var ids = new HashSet<String>();
        for (var event : events) {
            if (!ids.add(event.id())) {
                throw new IllegalArgumentException("the event " + event.id() + " is declared twice");
            }
        }
        for (var relation : relations) {
            require(ids, List.of(relation.from(), relation.to()));
        }
        require(ids, marking.executed());
        require(ids, marking.included());
        require(ids, marking.pending());
    }

    private static void require(Set<String> ids, Collection<String> named) {
        for (var id : named) {
            if (!ids.contains(id)) {
                throw new IllegalArgumentException("the event " + id + " is not declared");
            }
        }
    }
}
