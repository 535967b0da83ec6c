// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses lapses that restart, directly or through other lapses, what lapses again, and ends that wait for themselves. */
final class LoopChecker {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;

    LoopChecker(Definition definition, Names names, Complaints complaints) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
    }

    void check() {
        var moves = new TreeMap<String, Set<String>>();
        var follows = new TreeMap<String, Set<String>>();
        var ends = new TreeMap<String, Set<String>>();
        for (var limit : definition.limits()) {
            for (var verb : limit.verbs()) {
                if (!(verb instanceof Verb.Release)) {
                    lapses(verb.after(), limit, moves);
                    lapses(verb.after(), limit, follows);
                }
            }
            for (var alternative : limit.end()) {
                for (var point : Points.of(alternative.term()).toList()) {
                    if (point instanceof Point.Happening happening) {
                        lapses(List.of(happening.name()), limit, follows);
                    } else if (point instanceof Point.EndOf end) {
                        add(ends, limit.name(), end.limit());
                    }
                }
                asked(alternative.when()).forEach(name -> add(ends, limit.name(), name));
            }
        }
        for (var limit : definition.limits()) {
            var path = "limits[" + limit.index() + "]";
            for (var moved : moves.getOrDefault(limit.name(), Set.of())) {
                var way = way(moved, limit.name(), name -> follows.getOrDefault(name, Set.of()));
                complaints.unless(
                        way == null,
                        path + ".lapse",
                        "a lapse that loops: it moves " + String.join(", which moves ", way == null ? List.of() : way)
                                + ", and that lapses again");
            }
            for (var awaited : ends.getOrDefault(limit.name(), Set.of())) {
                complaints.unless(
                        way(awaited, limit.name(), name -> ends.getOrDefault(name, Set.of())) == null,
                        path + ".end",
                        "a cycle of conditions: its end waits for itself");
            }
        }
    }

    /** Limits of which a guard asks whether they run or when they end. */
    private static Set<String> asked(@Nullable Condition guard) {
        var limits = new TreeSet<String>();
        for (var part : guard == null ? List.<Condition>of() : Guards.parts(guard)) {
            if (part instanceof Condition.Running running) {
                limits.add(running.limit());
            } else if (part instanceof Condition.Elapsed elapsed) {
                for (var point : Arrays.asList(elapsed.from(), elapsed.to())) {
                    if (point instanceof Point.EndOf end) {
                        limits.add(end.limit());
                    }
                }
            }
        }
        return limits;
    }

    private void lapses(List<String> happenings, Limit moved, Map<String, Set<String>> edges) {
        for (var name : happenings) {
            var lapsing = names.lapsing(name);
            if (lapsing != null) {
                add(edges, lapsing.name(), moved.name());
            }
        }
    }

    private static void add(Map<String, Set<String>> edges, String from, String to) {
        edges.computeIfAbsent(from, unused -> new TreeSet<>()).add(to);
    }

    /** A way from one limit to another, both included, or null; from a limit to itself the way of one. */
    private static @Nullable List<String> way(String from, String to, Function<String, Set<String>> next) {
        return way(from, to, next, new ArrayList<>());
    }

    private static @Nullable List<String> way(
            String at, String to, Function<String, Set<String>> next, List<String> gone) {
        if (gone.contains(at)) {
            return null;
        }
        gone.add(at);
        if (at.equals(to)) {
            return gone;
        }
        for (var following : next.apply(at)) {
            var way = way(following, to, next, gone);
            if (way != null) {
                return way;
            }
        }
        gone.remove(at);
        return null;
    }
}
