// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds steps that nothing can ever enable, limits that can never run or be met, and procedures that never end: what
 * can happen grows from nothing until it grows no more.
 */
final class Reachability {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;

    Reachability(Definition definition, Names names, Complaints complaints) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
    }

    void check() {
        var recordable = new Reach(definition, false);
        var lawful = new Reach(definition, true);
        for (var step : definition.steps()) {
            var path = "steps[" + step.index() + "]";
            if (!recordable.happens(step.name())) {
                complaints.add(
                        path,
                        "'" + step.name() + "' can never be recorded: nothing can enable it"
                                + cycle(step, recordable, false));
            } else if (!lawful.happens(step.name())) {
                complaints.add(
                        path,
                        "'" + step.name() + "' can never be lawful: what it needs can itself not happen without it"
                                + cycle(step, lawful, true));
            }
        }
        for (var limit : definition.limits()) {
            var path = "limits[" + limit.index() + "]";
            complaints.unless(
                    recordable.starts(limit),
                    path,
                    "'" + limit.name() + "' can never run: nothing that it is counted from can happen");
            complaints.unless(
                    limit.metBy().stream().anyMatch(met -> recordable.happens(met.step())),
                    path,
                    "'" + limit.name() + "' can never be met: no step that meets it can be recorded");
        }
        complaints.unless(
                recordable.possible(definition.ends()),
                "ends.when",
                "the procedure can never be over, and nothing would ever be erased");
    }

    /** The way around on which the step waits for itself, in words, or nothing. */
    private String cycle(StepType step, Reach reach, boolean lawful) {
        var way = new ArrayList<String>();
        @Nullable String at = step.name();
        while (at != null && !way.contains(at)) {
            way.add(at);
            at = waitsFor(at, reach, lawful);
        }
        if (at == null) {
            return "";
        }
        var around = way.subList(way.indexOf(at), way.size());
        return "; a cycle of conditions: " + String.join(" needs ", around) + " needs " + at;
    }

    private @Nullable String waitsFor(String name, Reach reach, boolean lawful) {
        var step = names.step(name);
        if (step == null) {
            return null;
        }
        if (!reach.included(step)) {
            return definition.steps().stream()
                    .filter(other -> other.includes().contains(name))
                    .map(StepType::name)
                    .findFirst()
                    .orElse(null);
        }
        for (var need : step.needs()) {
            for (var part : Reach.counts(need, lawful) ? Guards.parts(need.condition()) : List.<Condition>of()) {
                if (part instanceof Condition.Happened happened && !reach.happens(happened.name())) {
                    return happened.name();
                }
            }
        }
        return null;
    }

    /** What can happen. */
    static final class Reach {

        private final Definition definition;
        private final boolean lawful;
        private final Set<String> happens = new HashSet<>();
        private final Set<String> limits = new HashSet<>();
        private final TreeMap<String, TreeSet<String>> values = new TreeMap<>();

        /** @param lawful whether irregular steps are left out */
        Reach(Definition definition, boolean lawful) {
            this.definition = definition;
            this.lawful = lawful;
            definition.attributes().forEach((name, list) -> values.put(name, new TreeSet<>(list.subList(0, 1))));
            int before;
            do {
                before = size();
                for (var step : definition.steps()) {
                    if (canHappen(step)) {
                        happens.add(step.name());
                        set(step.sets());
                    }
                }
                for (var limit : definition.limits()) {
                    if (canStart(limit)) {
                        start(limit);
                    }
                }
            } while (before != size());
        }

        boolean happens(String name) {
            return happens.contains(name);
        }

        boolean starts(Limit limit) {
            return limits.contains(limit.name());
        }

        /** Whether a need must hold before the step. */
        static boolean counts(Need need, boolean lawful) {
            return need.otherwise() instanceof Otherwise.Refuse
                    || (lawful && need.otherwise() instanceof Otherwise.Irregular);
        }

        private int size() {
            var size = happens.size() + limits.size();
            for (var possible : values.values()) {
                size += possible.size();
            }
            return size;
        }

        private void start(Limit limit) {
            limits.add(limit.name());
            var lapse = limit.lapse();
            if (lapse != null && LimitEnds.mayHaveOne(limit)) {
                if (lapse.as() != null) {
                    happens.add(lapse.as());
                }
                set(lapse.sets());
            }
        }

        private void set(List<Assignment> assignments) {
            for (var assignment : assignments) {
                assignment.values().forEach((name, value) -> values.computeIfAbsent(name, unused -> new TreeSet<>())
                        .add(value));
            }
        }

        private boolean canHappen(StepType step) {
            for (var need : step.needs()) {
                if (counts(need, lawful) && !possible(need.condition())) {
                    return false;
                }
            }
            return included(step) && inRound(step);
        }

        private boolean included(StepType step) {
            for (var other : definition.steps()) {
                if (!step.startsExcluded()
                        || (happens(other.name()) && other.includes().contains(step.name()))) {
                    return true;
                }
            }
            return false;
        }

        private boolean inRound(StepType step) {
            if (!(step.scope() instanceof Scope.Round round)) {
                return true;
            }
            for (var need : step.needs()) {
                if (need.otherwise() instanceof Otherwise.Gap) {
                    return true;
                }
            }
            return opened(round.name());
        }

        private boolean opened(String round) {
            var inside = new Scope.Round(round);
            for (var step : definition.steps()) {
                if (happens(step.name())
                        && (round.equals(step.opens()) || step.scope().equals(inside))) {
                    return true;
                }
            }
            return false;
        }

        private boolean canStart(Limit limit) {
            if (limit.scope() instanceof Scope.Round round && !opened(round.name())) {
                return false;
            }
            for (var alternative : limit.end()) {
                if (anchored(alternative.term()) && (alternative.when() == null || possible(alternative.when()))) {
                    return true;
                }
            }
            return false;
        }

        private boolean anchored(Term term) {
            return Points.of(term).anyMatch(this::known);
        }

        private boolean known(Point point) {
            if (point instanceof Point.EndOf end) {
                return limits.contains(end.limit());
            }
            var name = Points.happening(point);
            return name == null || happens(name);
        }

        private boolean lapses(String name) {
            var limit = definition.limit(name);
            return limits.contains(name) && limit != null && LimitEnds.mayHaveOne(limit);
        }

        boolean possible(Condition condition) {
            if (condition instanceof Condition.Happened happened) {
                return happens(happened.name());
            } else if (condition instanceof Condition.Holds holds) {
                return possible(holds);
            } else if (condition instanceof Condition.LapsedLimit lapsed) {
                return lapses(lapsed.limit());
            } else if (condition instanceof Condition.LateFor late) {
                return lapses(late.limit());
            } else if (condition instanceof Condition.Running running) {
                return limits.contains(running.limit());
            } else if (condition instanceof Condition.Times times) {
                return times.atLeast() == 0 || happens(times.step());
            } else if (condition instanceof Condition.Elapsed elapsed) {
                return known(elapsed.from()) && known(elapsed.to());
            } else if (condition instanceof Condition.Any any) {
                return any.of().stream().anyMatch(this::possible);
            } else if (condition instanceof Condition.All all) {
                return all.of().stream().allMatch(this::possible);
            } else if (condition instanceof Condition.AnyOpen open) {
                return opened(open.round()) && possible(open.where());
            }
            return !(condition instanceof Condition.ForEach each) || possible(each.is());
        }

        private boolean possible(Condition.Holds holds) {
            if (Names.CASE.equals(holds.step())) {
                var possible = values.getOrDefault(holds.attribute(), new TreeSet<>());
                return holds.values().stream().anyMatch(possible::contains);
            }
            return holds.step() == null || happens(holds.step());
        }
    }
}
