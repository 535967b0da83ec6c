// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** Finds the lapses that stood on the day on which a late record arrived and that the replay with it does not show. */
final class UndoneLapses {

    private static final int SECONDS_A_DAY = 24 * 60 * 60;

    private final Program program;
    private final StepOrder order;
    private final Roles roles;
    private final Map<Stood, CommandId> undone = new LinkedHashMap<>();
    private final List<RecordedStep> known = new ArrayList<>();
    private Solo solo;

    private UndoneLapses(Program program, StepOrder order, Roles roles) {
        this.program = program;
        this.order = order;
        this.roles = roles;
        this.solo = new Solo(program, roles);
    }

    /** A lapse: which limit of which instance, its last day and the first day of its consequence. */
    record Stood(LimitRule limit, int instance, LimitMark.Passed passed) {}

    /** The lapses with the records that undid them, in order of arrival; of the preferred world. */
    static Map<Stood, CommandId> of(Program program, StepOrder order, Roles roles, List<RecordedStep> recorded) {
        var arrivals = recorded.stream()
                .sorted(Comparator.comparing(RecordedStep::recordedAt).thenComparing(RecordedStep::record, order))
                .toList();
        var finder = new UndoneLapses(program, order, roles);
        for (int i = 0; i < arrivals.size(); ) {
            var end = i + 1;
            while (end < arrivals.size() && day(arrivals.get(end)).equals(day(arrivals.get(i)))) {
                end++;
            }
            finder.arrive(arrivals.subList(i, end));
            i = end;
        }
        return finder.undone;
    }

    /** The day on which it was recorded, in UTC. */
    static LocalDate day(RecordedStep step) {
        return LocalDate.ofEpochDay(Math.floorDiv(step.recordedAt().getEpochSecond(), SECONDS_A_DAY));
    }

    private void arrive(List<RecordedStep> sameDay) {
        var day = day(sameDay.get(0));
        var before = solo.lapsed(day);
        for (var step : sameDay) {
            known.add(step);
            if (solo.canTake(step, order)) {
                solo.take(step);
            } else {
                solo = Solo.replay(program, order, roles, known);
            }
            if (!before.isEmpty()) {
                var left = solo.lapsed(day);
                for (var stood : before) {
                    if (!left.contains(stood)) {
                        undone.putIfAbsent(stood, step.record().command());
                    }
                }
                before.retainAll(left);
            }
        }
    }

    /** What has passed unmet in a world. */
    static Set<Stood> lapsed(Marking marking) {
        var lapsed = new LinkedHashSet<Stood>();
        for (var instances : marking.instances()) {
            var frames = instances.shown();
            for (var limit : instances.scope().limits()) {
                for (var frame : frames) {
                    var mark = frame.limit(limit);
                    if (mark != null && mark.newestPassed() != null) {
                        var instance = frame.member() == null ? frame.number() : frames.indexOf(frame) + 1;
                        lapsed.add(new Stood(limit, instance, mark.newestPassed()));
                    }
                }
            }
        }
        return lapsed;
    }

    /** One world by itself. */
    static final class Solo {

        private final Program program;
        private final Roles roles;
        private final Player player;
        private @Nullable RecordedStep last;

        Solo(Program program, Roles roles) {
            this.program = program;
            this.roles = roles;
            this.player = new Player(program, 0, Marking.initial(program, false), roles, Journal.none(), null);
        }

        static Solo replay(Program program, StepOrder order, Roles roles, List<RecordedStep> recorded) {
            var solo = new Solo(program, roles);
            LiveSteps.of(recorded, order).forEach(solo::take);
            return solo;
        }

        boolean canTake(RecordedStep step, StepOrder order) {
            return step.record().supersedes() == null
                    && (last == null || order.compare(last.record(), step.record()) < 0);
        }

        void take(RecordedStep step) {
            last = step;
            var rule = program.stepOrNull(step.record().step());
            if (rule != null) {
                player.play(step, rule);
            }
        }

        Marking on(LocalDate day) {
            var copy = player.marking().copy();
            new Player(program, 0, copy, roles, Journal.none(), null).advance(day);
            return copy;
        }

        Set<Stood> lapsed(LocalDate day) {
            return UndoneLapses.lapsed(on(day));
        }
    }
}
