// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A graph as bits: the event at place i of the ids, in their order, is bit i. Holds no state of a run and may be shared
 * by threads.
 */
public final class DcrProgram {

    private final String[] ids;
    private final int words;
    private final Map<DcrRelation.Kind, long[]> masks = new EnumMap<>(DcrRelation.Kind.class);
    private final long[] executed;
    private final long[] included;
    private final long[] pending;

    private DcrProgram(DcrGraph graph) {
        ids = graph.events().stream().map(DcrEvent::id).toArray(String[]::new);
        words = Math.max(1, (ids.length + Long.SIZE - 1) / Long.SIZE);
        for (var kind : DcrRelation.Kind.values()) {
            masks.put(kind, new long[ids.length * words]);
        }
        for (var relation : graph.relations()) {
            var from = index(relation.from());
            var to = index(relation.to());
            switch (relation.kind()) {
                case CONDITION, MILESTONE -> mark(relation.kind(), to, from);
                case RESPONSE, INCLUDE, EXCLUDE -> mark(relation.kind(), from, to);
            }
        }
        executed = bits(graph.marking().executed());
        included = bits(graph.marking().included());
        pending = bits(graph.marking().pending());
    }

    public static DcrProgram of(DcrGraph graph) {
        return new DcrProgram(graph);
    }

    /** A run from the initial marking. */
    public DcrRun start() {
        return new DcrRun(this);
    }

    /** The place of an event, or a negative number if there is none of that id. */
    public int index(String id) {
        return Arrays.binarySearch(ids, id);
    }

    /** How many events there are. */
    public int size() {
        return ids.length;
    }

    String id(int event) {
        return ids[event];
    }

    int words() {
        return words;
    }

    /** For each event in turn, the words of those that it waits for, or that it changes. */
    long[] mask(DcrRelation.Kind kind) {
        return Objects.requireNonNull(masks.get(kind));
    }

    void begin(long[] executedNow, long[] includedNow, long[] pendingNow) {
        System.arraycopy(executed, 0, executedNow, 0, words);
        System.arraycopy(included, 0, includedNow, 0, words);
        System.arraycopy(pending, 0, pendingNow, 0, words);
    }

    SortedSet<String> names(long[] bits) {
        var names = new TreeSet<String>();
        for (var event = 0; event < ids.length; event++) {
            if ((bits[event / Long.SIZE] & (1L << event)) != 0) {
                names.add(ids[event]);
            }
        }
        return names;
    }

    private void mark(DcrRelation.Kind kind, int event, int other) {
        mask(kind)[event * words + other / Long.SIZE] |= 1L << other;
    }

    private long[] bits(Collection<String> events) {
        var bits = new long[words];
        for (var id : events) {
            var event = index(id);
            bits[event / Long.SIZE] |= 1L << event;
        }
        return bits;
    }
}
