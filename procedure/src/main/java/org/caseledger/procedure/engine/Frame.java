// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/** The marking of one instance of a scope: of the case, of one round, or of one member of a role. */
final class Frame {

    private final Key key;
    private final TreeMap<String, Occurrence> first;
    private final TreeMap<String, Occurrence> latest;
    private final TreeMap<String, LimitMark> limits;
    private @Nullable LocalDate closedOn;

    Frame(Key key) {
        this(key, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null);
    }

    Frame(
            Key key,
            SortedMap<String, Occurrence> first,
            SortedMap<String, Occurrence> latest,
            SortedMap<String, LimitMark> limits,
            @Nullable LocalDate closedOn) {
        this.key = key;
        this.first = new TreeMap<>(first);
        this.latest = new TreeMap<>(latest);
        this.limits = new TreeMap<>(limits);
        this.closedOn = closedOn;
    }

    /**
     * Which instance.
     *
     * @param scope empty for the case, the round's name, or the role behind an {@code @}
     * @param instance the round's number padded to four digits, the member's authority id, or empty
     */
    record Key(String scope, String instance) implements Comparable<Key> {

        static final Key CASE = new Key("", "");

        static Key round(String name, int number) {
            return new Key(name, String.valueOf(10_000 + number).substring(1));
        }

        static Key member(String role, String authority) {
            return new Key("@" + role, authority);
        }

        boolean isMember() {
            return scope.startsWith("@");
        }

        /** The number of the round, 1 where it has none. */
        int number() {
            return scope.isEmpty() || isMember() ? 1 : Integer.parseInt(instance);
        }

        @Override
        public int compareTo(Key other) {
            var byScope = scope.compareTo(other.scope);
            return byScope != 0 ? byScope : instance.compareTo(other.instance);
        }
    }

    Key key() {
        return key;
    }

    boolean open() {
        return closedOn == null;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    void close(LocalDate day) {
        if (closedOn == null) {
            closedOn = day;
        }
    }

    SortedMap<String, Occurrence> firsts() {
        return first;
    }

    SortedMap<String, Occurrence> latests() {
        return latest;
    }

    SortedMap<String, LimitMark> limits() {
        return limits;
    }

    void record(String name, Occurrence occurrence) {
        var before = latest.get(name);
        if (before == null || !before.counts() || occurrence.counts()) {
            latest.put(name, occurrence);
        }
        if (occurrence.effective()) {
            first.putIfAbsent(name, occurrence);
        }
    }

    /** Annuls the occurrence that the entry recorded. */
    void annul(String name, CommandId command) {
        var newest = latest.get(name);
        if (newest != null && command.equals(newest.command())) {
            latest.put(name, newest.annulled());
        }
        var oldest = first.get(name);
        if (oldest != null && command.equals(oldest.command())) {
            first.remove(name);
            var next = latest.get(name);
            if (next != null && next.effective()) {
                first.put(name, next);
            }
        }
    }

    Frame copy() {
        return new Frame(key, first, latest, limits, closedOn);
    }
}
