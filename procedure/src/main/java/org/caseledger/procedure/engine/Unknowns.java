// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Plays a case again with each other value in place of an {@code unknown}, in the preferred world. */
final class Unknowns {

    private final Program program;
    private final Roles roles;
    private final LocalDate asOf;
    private final List<RecordedStep> live;

    /** @param live the steps that stand, in the order in which they are played, up to the day */
    Unknowns(Program program, Roles roles, LocalDate asOf, List<RecordedStep> live) {
        this.program = program;
        this.roles = roles;
        this.asOf = asOf;
        this.live = live;
    }

    /** @param played what became of the steps */
    List<Evaluation.Unknown> find(List<Playback.Played> played) {
        var found = new ArrayList<Evaluation.Unknown>();
        Ends now = null;
        for (int i = 0; i < played.size(); i++) {
            var step = played.get(i).step().record();
            if (step.attributes().containsValue(Attribute.UNKNOWN) && counts(played.get(i))) {
                now = now == null ? play(live) : now;
                find(i, step, now, found);
            }
        }
        return found;
    }

    private static boolean counts(Playback.Played played) {
        return played.grounds().get(0) instanceof Grounds.Given given && given.standing() != Occurrence.Standing.VOID;
    }

    private void find(int index, StepRecord step, Ends now, List<Evaluation.Unknown> found) {
        for (var attribute : program.step(step.step()).type().attributes()) {
            if (Attribute.UNKNOWN.equals(step.attributes().get(attribute.name()))) {
                for (var value : attribute.values()) {
                    if (!value.equals(Attribute.UNKNOWN)) {
                        var then = play(with(index, attribute.name(), value));
                        add(step, attribute.name(), value, now, then, found);
                    }
                }
            }
        }
    }

    private static void add(
            StepRecord step, String attribute, String value, Ends now, Ends then, List<Evaluation.Unknown> found) {
        var limits = now.changedIn(then);
        var same = now.responsible().role().equals(then.responsible().role());
        if (!same || !limits.isEmpty()) {
            found.add(new Evaluation.Unknown(
                    step.command(), step.step(), attribute, value, same ? null : then.responsible(), limits));
        }
    }

    private List<RecordedStep> with(int index, String attribute, String value) {
        var steps = new ArrayList<>(live);
        var recorded = live.get(index);
        var step = recorded.record();
        var attributes = new TreeMap<>(step.attributes());
        attributes.put(attribute, value);
        var changed = step.change().attributes(attributes).done();
        steps.set(index, new RecordedStep(changed, recorded.authority(), recorded.recordedAt()));
        return steps;
    }

    /** Who is responsible and how limits end. */
    private record Ends(Evaluation.Responsible responsible, Map<Instance, @Nullable LocalDate> limits) {

        List<Evaluation.OtherEnd> changedIn(Ends other) {
            var changed = new ArrayList<Evaluation.OtherEnd>();
            var all = new LinkedHashMap<>(limits);
            other.limits.forEach(all::putIfAbsent);
            all.keySet().stream().sorted(Instance.ORDER).forEach(instance -> {
                var then = other.limits.get(instance);
                var same = limits.containsKey(instance) == other.limits.containsKey(instance)
                        && Objects.equals(limits.get(instance), then);
                if (!same) {
                    changed.add(new Evaluation.OtherEnd(instance.limit().name(), instance.number(), then));
                }
            });
            return changed;
        }
    }

    private record Instance(LimitRule limit, int number) {
        static final java.util.Comparator<Instance> ORDER = java.util.Comparator.<Instance>comparingInt(
                        instance -> instance.limit().index())
                .thenComparingInt(Instance::number);
    }

    private Ends play(List<RecordedStep> steps) {
        var player = new Player(program, 0, Marking.initial(program, true), roles, Journal.none(), null);
        for (var step : steps) {
            var rule = program.stepOrNull(step.record().step());
            if (rule != null) {
                player.play(step, rule);
            }
        }
        player.advance(asOf);
        var limits = new LinkedHashMap<Instance, @Nullable LocalDate>();
        for (var limit : program.limits()) {
            var frames = player.marking().of(limit.scope()).shown();
            for (var frame : frames) {
                var mark = frame.limit(limit);
                if (mark != null) {
                    var number = frame.member() == null ? frame.number() : frames.indexOf(frame) + 1;
                    limits.put(new Instance(limit, number), mark.end());
                }
            }
        }
        return new Ends(Evaluator.responsible(player.play(), player.marking()), limits);
    }
}
