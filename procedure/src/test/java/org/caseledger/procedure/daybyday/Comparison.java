// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Reading;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;

/** Plays a case twice, in each of its worlds, and says where the two differ. */
final class Comparison {

    private final Definition definition;
    private final List<Calendar> calendars;
    private final Roles roles;
    private final List<Map<String, String>> worlds;
    private final Map<Map<String, String>, Engine> engines = new HashMap<>();

    Comparison(Definition definition, List<Calendar> calendars, Roles roles) {
        this.definition = definition;
        this.calendars = calendars;
        this.roles = roles;
        this.worlds = worlds();
    }

    /** What differs in any world, a line each; empty if nothing does. */
    List<String> differences(List<RecordedStep> steps, LocalDate asOf) {
        var played = play(steps, asOf);
        var differences = new ArrayList<String>();
        worlds.forEach(world -> differences.addAll(differences(steps, asOf, world, played)));
        return differences;
    }

    /** What differs where the world of that number is the headline. */
    List<String> differences(List<RecordedStep> steps, LocalDate asOf, int number) {
        return differences(steps, asOf, worlds.get(number % worlds.size()), play(steps, asOf));
    }

    private Map<Map<String, String>, Outcome> play(List<RecordedStep> steps, LocalDate asOf) {
        var played = new LinkedHashMap<Map<String, String>, Outcome>();
        worlds.forEach(world -> played.put(world, DayByDay.play(definition, calendars, roles, world, steps, asOf)));
        return played;
    }

    private List<String> differences(
            List<RecordedStep> steps,
            LocalDate asOf,
            Map<String, String> world,
            Map<Map<String, String>, Outcome> played) {
        var engine = engines.computeIfAbsent(world, headline -> Engine.of(preferring(headline), calendars));
        var evaluation = engine.evaluate(steps, roles, asOf, null);
        var second = Objects.requireNonNull(played.get(world));
        var differences = new ArrayList<String>();
        compare(differences, world + " limits", limits(evaluation), second.limits());
        compare(differences, world + " lapses", lapses(evaluation), second.lapses());
        compare(differences, world + " values", values(evaluation), second.values());
        compare(
                differences,
                world + " ended",
                String.valueOf(
                        evaluation.ended() == null ? null : evaluation.ended().on()),
                String.valueOf(second.ended()));
        compare(differences, world + " flags", flags(evaluation), flags(played));
        return differences;
    }

    private static void compare(List<String> differences, String what, Object engine, Object second) {
        if (!engine.equals(second)) {
            differences.add(what + "\n    engine     " + engine + "\n    day by day " + second);
        }
    }

    private static SortedMap<String, String> limits(Evaluation evaluation) {
        var limits = new TreeMap<String, String>();
        for (var limit : evaluation.limits()) {
            var due = limit.current();
            limits.put(due.limit() + "/" + due.round(), due.end() + " " + due.status() + " " + due.metOn());
        }
        return limits;
    }

    private static SortedSet<String> lapses(Evaluation evaluation) {
        var lapses = new TreeSet<String>();
        evaluation
                .lapsed()
                .forEach(lapse -> lapses.add(lapse.limit() + "/" + lapse.round() + " " + lapse.end() + " "
                        + lapse.deemedOn() + " " + lapse.since()));
        return lapses;
    }

    private static SortedMap<String, String> values(Evaluation evaluation) {
        var values = new TreeMap<String, String>();
        evaluation.values().forEach((name, value) -> values.put(name, value.value() + " " + value.since()));
        return values;
    }

    private static SortedSet<String> flags(Evaluation evaluation) {
        var flags = new TreeSet<String>();
        for (var remark : evaluation.remarks()) {
            var flag = remark.flag();
            var word =
                    switch (flag.kind()) {
                        case LATE -> "late:" + flag.subject();
                        case UNLAWFUL -> "unlawful:" + flag.subject();
                        case GAP -> "gap";
                        case WITHOUT_GROUND -> "groundless";
                        case NO_EFFECT_IN_SOME_WORLD -> "";
                        case CONTESTED -> "";
                    };
            if (!word.isEmpty()) {
                flags.add(remark.command().value().substring(29) + " " + word);
            }
        }
        return flags;
    }

    /** Remarks are told over all worlds; that a step has no ground only where no world gives it one. */
    private static SortedSet<String> flags(Map<Map<String, String>, Outcome> worlds) {
        var flags = new TreeSet<String>();
        for (var outcome : worlds.values()) {
            outcome.flags()
                    .forEach((command, told) -> told.forEach(flag -> flags.add(command.substring(29) + " " + flag)));
            outcome.groundless().stream()
                    .filter(command -> worlds.values().stream()
                            .allMatch(world -> world.groundless().contains(command)))
                    .forEach(command -> flags.add(command.substring(29) + " groundless"));
        }
        return flags;
    }

    private List<Map<String, String>> worlds() {
        List<Map<String, String>> worlds = List.of(Map.of());
        for (var reading : definition.readings()) {
            if (reading.kind() == Reading.Kind.SPAN) {
                var more = new ArrayList<Map<String, String>>();
                for (var world : worlds) {
                    for (var option : reading.options()) {
                        var next = new TreeMap<>(world);
                        next.put(reading.name(), option);
                        more.add(next);
                    }
                }
                worlds = more;
            }
        }
        return worlds;
    }

    /** The definition with the options of that world preferred, so that it is the headline. */
    private Definition preferring(Map<String, String> world) {
        var readings = definition.readings().stream()
                .map(reading -> world.containsKey(reading.name()) ? first(reading, world.get(reading.name())) : reading)
                .toList();
        return definition.with(
                definition.pin(),
                definition.content(),
                readings,
                definition.steps(),
                definition.bars(),
                definition.limits());
    }

    private static Reading first(Reading reading, String option) {
        var options = new ArrayList<>(reading.options());
        options.remove(option);
        options.add(0, option);
        return new Reading(reading.name(), reading.kind(), options, reading.calendar(), reading.source());
    }
}
