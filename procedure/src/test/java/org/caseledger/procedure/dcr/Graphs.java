// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Writes graphs the way papers do: {@code a -->* b}, {@code a *--> b}, {@code a --<> b}, {@code a -->+ b}, {@code a -->% b}. */
final class Graphs {

    private static final Map<String, DcrRelation.Kind> ARROWS = Map.of(
            "-->*", DcrRelation.Kind.CONDITION,
            "*-->", DcrRelation.Kind.RESPONSE,
            "--<>", DcrRelation.Kind.MILESTONE,
            "-->+", DcrRelation.Kind.INCLUDE,
            "-->%", DcrRelation.Kind.EXCLUDE);

    private Graphs() {}

    /** A graph of those relations; every event but the excluded ones is included, none is executed. */
    static DcrGraph of(List<String> excluded, List<String> pending, String... relations) {
        var read = new ArrayList<DcrRelation>();
        var ids = new TreeSet<String>(excluded);
        ids.addAll(pending);
        for (var relation : relations) {
            var parts = relation.split(" ", -1);
            ids.addAll(Arrays.asList(parts[0], parts[2]));
            read.add(new DcrRelation(Objects.requireNonNull(ARROWS.get(parts[1])), parts[0], parts[2]));
        }
        var included = new TreeSet<>(ids);
        included.removeAll(excluded);
        return new DcrGraph(
                ids.stream().map(DcrEvent::new).toList(), read, DcrMarking.of(List.of(), included, pending));
    }

    static DcrRun run(String... relations) {
        return DcrProgram.of(of(List.of(), List.of(), relations)).start();
    }
}
