// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Whether a step stands in one world, and with what effect. */
sealed interface Grounds {

    /** It does not stand. */
    record Missing(Outcome.Refused refusal) implements Grounds {}

    /**
     * It stands.
     *
     * @param frame the instance it belongs to; a new round where a gap leaves out the step that opens it
     * @param flags what is to be known about it
     */
    record Given(Frame frame, Occurrence.Standing standing, List<Outcome.Flag> flags) implements Grounds {}

    /** Judges the step being recorded in the situation of the case. */
    static Grounds of(Situation situation, StepType type, StepRecord step, String authority) {
        var frame = frame(situation.marking(), type, step, authority);
        if (frame == null) {
            return new Missing(new Outcome.Refused(Outcome.Reason.UNKNOWN_ROUND, step.step()));
        }
        if (step.annuls() != null && annulled(situation.marking(), type, step) == null) {
            return new Missing(new Outcome.Refused(Outcome.Reason.UNKNOWN_REFERENCE, step.step()));
        }
        var judgment = new Judgment(situation.in(frame), type, step);
        return judgment.judge();
    }

    /** The frame and step name of what the step annuls, or null. */
    static @Nullable Annulled annulled(Marking marking, StepType type, StepRecord step) {
        for (var frame : marking.frames()) {
            for (var annulment : type.mayAnnul()) {
                var name = annulment.step();
                var occurrence = frame.latests().get(name);
                if (occurrence != null && Objects.equals(occurrence.command(), step.annuls())) {
                    return new Annulled(frame, name);
                }
            }
        }
        return null;
    }

    /** An occurrence that is annulled. */
    record Annulled(Frame frame, String name) {}

    private static @Nullable Frame frame(Marking marking, StepType type, StepRecord step, String authority) {
        if (type.scope() instanceof Scope.Each each) {
            return marking.frame(Frame.Key.member(each.role(), authority));
        }
        if (type.scope() instanceof Scope.Round round) {
            if (step.round() != null) {
                return marking.frame(Frame.Key.round(round.name(), step.round()));
            }
            var rounds = marking.frames(round.name());
            return rounds.isEmpty() ? new Frame(Frame.Key.round(round.name(), 1)) : rounds.get(rounds.size() - 1);
        }
        return marking.caseFrame();
    }

    /** The judgment of one step, needs first, then bars, then time. */
    final class Judgment {

        private final Situation situation;
        private final StepType type;
        private final StepRecord step;
        private final List<Outcome.Flag> flags = new ArrayList<>();
        private Occurrence.Standing standing = Occurrence.Standing.EFFECTIVE;

        Judgment(Situation situation, StepType type, StepRecord step) {
            this.situation = situation;
            this.type = type;
            this.step = step;
        }

        Grounds judge() {
            for (var need : type.needs()) {
                if (!situation.holds(need.condition())) {
                    var refusal = without(need.otherwise(), Outcome.Reason.NOT_ENABLED);
                    if (refusal != null) {
                        return new Missing(refusal);
                    }
                }
            }
            for (var bar : situation.program().bars(type.name())) {
                if (situation.holds(bar.condition())) {
                    var refusal = without(bar.otherwise(), Outcome.Reason.BARRED);
                    if (refusal != null) {
                        return new Missing(refusal);
                    }
                }
            }
            situation.program().definition().limits().forEach(this::judgeTime);
            return new Given(situation.frame(), standing, flags);
        }

        private Outcome.@Nullable Refused without(Otherwise otherwise, Outcome.Reason reason) {
            if (otherwise instanceof Otherwise.Irregular irregular) {
                if (!irregular.code().equals(step.irregularity())) {
                    return new Outcome.Refused(Outcome.Reason.NEEDS_IRREGULARITY_CODE, irregular.code());
                }
                flags.add(new Outcome.Flag(Outcome.Flag.Kind.UNLAWFUL, irregular.code()));
                if (!irregular.effects()) {
                    standing = Occurrence.Standing.VOID;
                }
                return null;
            }
            if (otherwise instanceof Otherwise.Gap) {
                flags.add(new Outcome.Flag(Outcome.Flag.Kind.GAP, type.name()));
                return null;
            }
            return new Outcome.Refused(reason, type.name());
        }

        private void judgeTime(Limit limit) {
            if (!meets(situation, limit, type.name())) {
                return;
            }
            var instance = instance(situation, limit);
            var mark = instance == null ? null : instance.limits().get(limit.name());
            if (mark != null && isLate(mark)) {
                flags.add(new Outcome.Flag(Outcome.Flag.Kind.LATE, limit.name()));
                if (!Unbuilt.hasEffectsWhenLate(limit, type) && standing == Occurrence.Standing.EFFECTIVE) {
                    standing = Occurrence.Standing.LATE;
                }
            }
        }

        private boolean isLate(LimitMark mark) {
            return mark.end() != null
                    && mark.releasedOn() == null
                    && step.occurredOn().isAfter(mark.end())
                    && (mark.lapsedOn() != null || !mark.held());
        }
    }

    /** Whether the step being recorded is one that meets the limit. */
    static boolean meets(Situation situation, Limit limit, String step) {
        return limit.metBy().stream().anyMatch(met -> met.step().equals(step) && situation.holds(met.when()));
    }

    /** The instance of the limit that belongs to a frame, or null. */
    static @Nullable Frame instance(Situation situation, Limit limit) {
        var scope = Program.scopeName(limit.scope());
        if (scope.isEmpty()) {
            return situation.marking().caseFrame();
        }
        return scope.equals(situation.frame().key().scope()) ? situation.frame() : null;
    }
}
