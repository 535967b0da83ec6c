// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what one world shows. */
final class Told {

    private Told() {}

    static Outcome of(
            History history,
            SortedSet<String> lapses,
            Map<String, SortedSet<String>> flags,
            SortedSet<String> groundless,
            @Nullable LocalDate ended) {
        var limits = new TreeMap<String, String>();
        for (var clock : history.clocks) {
            limits.put(
                    clock.limit.name() + "/" + number(history, clock),
                    clock.end() + " " + status(clock) + " " + clock.metOn);
        }
        var values = new TreeMap<String, String>();
        history.values.keySet().forEach(name -> {
            var now = history.current(name);
            values.put(name, now.value() + " " + now.since());
        });
        return new Outcome(limits, lapses, values, flags, groundless, ended);
    }

    /** Of its round, or of its member by id. */
    static int number(History history, Clock clock) {
        return clock.in.member() == null
                ? Math.max(1, clock.in.number())
                : history.instances(clock.limit).indexOf(clock.in) + 1;
    }

    private static String status(Clock clock) {
        return switch (clock.state) {
            case RUNS -> clock.pausedSince != null ? "PAUSED" : clock.held ? "HELD" : "OPEN";
            case RELEASED -> "RELEASED";
            case LAPSED -> clock.metOn == null ? "MISSED" : "LATE";
            case MET ->
                clock.endWhenMet != null && clock.metOn != null && clock.metOn.isAfter(clock.endWhenMet)
                        ? "LATE"
                        : "MET";
        };
    }
}
