// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** The judgment of one step in one world: its place first, then needs, then bars, then time. */
final class Judgment {

    private final Play play;
    private final StepRule rule;
    private final StepRecord step;
    private final String authority;
    private @Nullable List<Outcome.Flag> flags;
    private Set<Late.Effect> effects = Late.FULL;
    private boolean isVoid;

    Judgment(Play play, StepRule rule, StepRecord step, String authority) {
        this.play = play;
        this.rule = rule;
        this.step = step;
        this.authority = authority;
    }

    Grounds judge() {
        var frame = frame();
        if (frame == null) {
            return missing(Outcome.Reason.UNKNOWN_ROUND);
        }
        var situation = play.of(step, frame);
        if (step.annuls() != null && Annulled.by(rule, step.annuls(), situation) == null) {
            return missing(Outcome.Reason.UNKNOWN_REFERENCE);
        }
        if (rule.type().kind() == Kind.ACT
                && play.marking().excluded().get(rule.type().index())) {
            return missing(Outcome.Reason.NOT_ENABLED);
        }
        play.lateness().find(situation, rule, step, play.program().askedLate());
        for (var requirement : rule.requirements()) {
            if (isAsked(requirement, play.marking()) && !requirement.holds().holds(situation)) {
                var refusal = without(requirement);
                if (refusal != null) {
                    return new Grounds.Missing(refusal);
                }
            }
        }
        if (!rule.meets().isEmpty()) {
            judgeTime(situation);
        }
        return new Grounds.Given(frame, standing(), effects, flags == null ? List.of() : flags);
    }

    /** What asks only whether an excluded act happened is not asked. */
    static boolean isAsked(StepRule.Requirement requirement, Marking marking) {
        return requirement.act() < 0 || !marking.excluded().get(requirement.act());
    }

    /** The instance that the record names, else the newest round, else, by a gap, a new one; null where there is none. */
    private @Nullable Frame frame() {
        var instances = play.marking().of(rule.scope());
        if (rule.scope().role() != null) {
            return instances.member(authority);
        } else if (rule.scope().isCase()) {
            return play.marking().caseFrame();
        } else if (step.round() != null) {
            return instances.round(step.round());
        }
        var newest = instances.newestRound();
        return newest == null ? new Frame(rule.scope(), 1, null) : newest;
    }

    private Grounds missing(Outcome.Reason reason) {
        return new Grounds.Missing(new Outcome.Refused(reason, rule.name()));
    }

    private Outcome.@Nullable Refused without(StepRule.Requirement requirement) {
        if (requirement.otherwise() instanceof Otherwise.Irregular irregular) {
            if (!irregular.code().equals(step.irregularity())) {
                return new Outcome.Refused(Outcome.Reason.NEEDS_IRREGULARITY_CODE, irregular.code());
            }
            flag(Outcome.Flag.Kind.UNLAWFUL, irregular.code());
            isVoid |= !irregular.effects();
            return null;
        }
        if (requirement.otherwise() instanceof Otherwise.Gap) {
            flag(Outcome.Flag.Kind.GAP, rule.name());
            return null;
        }
        return new Outcome.Refused(requirement.reason(), rule.name());
    }

    private void judgeTime(Situation situation) {
        for (var meeting : rule.meets()) {
            var limit = meeting.limit();
            var instance = situation.inside(limit.scope());
            var mark = instance == null ? null : instance.limit(limit);
            if (mark != null
                    && LateDays.of(mark, step) != LateDays.NONE
                    && meeting.when().holds(situation)) {
                flag(Outcome.Flag.Kind.LATE, limit.name());
                keep(left(limit, situation));
            }
        }
    }

    private Set<Late.Effect> left(LimitRule limit, Situation situation) {
        for (var late : limit.late().getOrDefault(rule.name(), List.of())) {
            if (late.when().holds(situation)) {
                return late.effects();
            }
        }
        return Late.FULL;
    }

    private void keep(Set<Late.Effect> left) {
        if (!left.containsAll(effects)) {
            var both = EnumSet.noneOf(Late.Effect.class);
            both.addAll(effects);
            both.retainAll(left);
            effects = both;
        }
    }

    private void flag(Outcome.Flag.Kind kind, String subject) {
        if (flags == null) {
            flags = new ArrayList<>();
        }
        Objects.requireNonNull(flags).add(new Outcome.Flag(kind, subject));
    }

    private Occurrence.Standing standing() {
        if (isVoid) {
            return Occurrence.Standing.VOID;
        }
        return effects.contains(Late.Effect.ANCHORS) ? Occurrence.Standing.EFFECTIVE : Occurrence.Standing.LATE;
    }
}
