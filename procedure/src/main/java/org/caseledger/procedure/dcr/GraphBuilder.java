// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a definition is compiled to. */
final class GraphBuilder {

    private final List<DcrEvent> events = new ArrayList<>();
    private final List<DcrRelation> relations = new ArrayList<>();
    private final TreeSet<String> included = new TreeSet<>();
    private final Set<DcrCompilation.LeftOut> leftOut = new LinkedHashSet<>();

    void event(String id, String label, List<String> roles, boolean startsIncluded) {
        events.add(new DcrEvent(id, label, roles));
        if (startsIncluded) {
            included.add(id);
        }
    }

    /** An event that nothing can execute: it waits for itself. */
    void gate(String id, String label, boolean startsIncluded) {
        event(id, label, List.of(), startsIncluded);
        relate(DcrRelation.Kind.CONDITION, id, id);
    }

    void relate(DcrRelation.Kind kind, String from, String to) {
        relations.add(new DcrRelation(kind, from, to));
    }

    void leaveOut(String rule, String what) {
        leftOut.add(new DcrCompilation.LeftOut(rule, what));
    }

    DcrCompilation build() {
        var nothing = new TreeSet<String>();
        return new DcrCompilation(
                new DcrGraph(events, relations, new DcrMarking(nothing, included, nothing)), List.copyOf(leftOut));
    }
}
