// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcrsecond;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caseledger.procedure.dcr.DcrEvent;
import org.caseledger.procedure.dcr.DcrGraph;
import org.caseledger.procedure.dcr.DcrMarking;
import org.caseledger.procedure.dcr.DcrRelation;

/** Random graphs of 1 to 80 events, so that some need more than one machine word, and random traces. */
final class RandomGraphs {

    private RandomGraphs() {}

    static DcrGraph graph(Random random) {
        var size = random.nextInt(10) == 0 ? 60 + random.nextInt(21) : 1 + random.nextInt(8);
        var ids = IntStream.range(0, size).mapToObj(i -> "e" + i).toList();
        var relations = new ArrayList<DcrRelation>();
        var kinds = DcrRelation.Kind.values();
        for (int i = random.nextInt(3 * size + 1); i > 0; i--) {
            relations.add(new DcrRelation(kinds[random.nextInt(kinds.length)], one(ids, random), one(ids, random)));
        }
        return new DcrGraph(
                ids.stream().map(DcrEvent::new).toList(),
                relations.stream().distinct().toList(),
                DcrMarking.of(some(ids, random, 8), some(ids, random, 1 + random.nextInt(8)), some(ids, random, 6)));
    }

    /** Events of the graph, and now and then one that it does not have. */
    static List<String> trace(List<String> ids, Random random) {
        return IntStream.range(0, random.nextInt(16))
                .mapToObj(i -> random.nextInt(40) == 0 ? "no-such-event" : one(ids, random))
                .toList();
    }

    /** A trace most of whose events are enabled when their turn comes: at random, long ways are rare. */
    static List<String> likelyTrace(PlainDcr dcr, List<String> ids, Random random) {
        var trace = new ArrayList<String>();
        dcr.begin();
        for (int i = random.nextInt(12); i > 0; i--) {
            var enabled = List.copyOf(dcr.enabled());
            var event = enabled.isEmpty() || random.nextInt(5) == 0 ? one(ids, random) : one(enabled, random);
            dcr.execute(event);
            trace.add(event);
        }
        return trace;
    }

    private static List<String> some(List<String> ids, Random random, int oneIn) {
        return ids.stream()
                .filter(id -> oneIn == 1 ? random.nextInt(5) > 0 : random.nextInt(oneIn) == 0)
                .toList();
    }

    private static String one(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
