// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Set;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Plays one world: days pass and limits lapse, steps happen and have their effects. */
final class Player {

    private final Play play;
    private final Changes changes;
    private final LimitKeeper limits;
    private final LimitVerbs verbs;
    private final Values values;
    private final Lapses lapses;

    /** @param last the last step that the marking holds, or null before the first */
    Player(Program program, int world, Marking marking, Roles roles, Journal journal, @Nullable StepRecord last) {
        play = new Play(program, world, marking, roles, journal);
        changes = new Changes(program.dependents());
        limits = new LimitKeeper(play, changes);
        verbs = new LimitVerbs(play, changes);
        values = new Values(play, changes);
        lapses = new Lapses(play, changes, limits, verbs, values);
        if (admitMembers() && last != null) {
            askEverything();
            limits.settle(last.occurredOn(), last.step());
        }
        changes.clear();
        if (last == null) {
            changes.ends();
        }
    }

    Play play() {
        return play;
    }

    Marking marking() {
        return play.marking();
    }

    /** Has every limit asked again with the next step or lapse, whatever it depends on. */
    void askEverything() {
        changes.everything(play.program().limits().size());
    }

    /** Lets the days pass up to the morning of this one: every limit whose end is past lapses. */
    void advance(LocalDate day) {
        lapses.advance(day);
    }

    /** The first day on which something lapses if nothing happens, or null. */
    @Nullable
    LocalDate nextLapse() {
        return lapses.nextDay();
    }

    /** Records one step on its day, where it stands. */
    Grounds play(RecordedStep recorded, StepRule rule) {
        var step = recorded.record();
        advance(step.occurredOn());
        var grounds = new Judgment(play, rule, step, recorded.authority()).judge();
        if (grounds instanceof Grounds.Given given) {
            happen(given, rule, step);
            limits.settle(step.occurredOn(), step.step());
            shrink();
        }
        return grounds;
    }

    private void happen(Grounds.Given given, StepRule rule, StepRecord step) {
        var judged = given.frame();
        var frame = rule.opens() != null ? open(rule.opens()) : isNew(judged) ? open(judged.scope()) : judged;
        var occurrence = Occurrence.of(step, given.standing());
        frame.record(rule.happening(), occurrence);
        changes.happening(rule.happening(), frame);
        if (!occurrence.counts()) {
            if (rule.opens() != null) {
                close(frame, step.occurredOn());
            }
            return;
        }
        var situation = play.of(step, frame);
        var both = rule.opens() == null || isNew(judged) ? situation : situation.with(judged);
        var by = Anchored.of(step.step(), occurrence);
        meet(both, rule, by);
        have(given.effects(), both, rule, step, by);
    }

    private void have(Set<Late.Effect> effects, Situation situation, StepRule rule, StepRecord step, Anchored by) {
        if (effects.contains(Late.Effect.SETS)) {
            values.set(situation, rule, step.command(), step.occurredOn());
        }
        if (effects.contains(Late.Effect.ANNULS)) {
            annul(situation, rule, step);
        }
        if (effects.contains(Late.Effect.INCLUDES)) {
            play.marking().excluded().or(rule.excludes());
            play.marking().excluded().andNot(rule.includes());
        }
        if (effects.contains(Late.Effect.CLOSES)) {
            close(situation, rule, step);
        }
        if (effects.contains(Late.Effect.MOVES)) {
            verbs.trigger(situation, rule.happening(), by);
        }
    }

    private boolean isNew(Frame frame) {
        return frame.scope().isRound() && play.marking().of(frame.scope()).round(frame.number()) != frame;
    }

    private Frame open(ScopeRule round) {
        var frame = play.marking().of(round).open();
        changes.opened(frame);
        return frame;
    }

    private void meet(Situation situation, StepRule rule, Anchored by) {
        for (var meeting : rule.meets()) {
            var limit = meeting.limit();
            var instance = situation.inside(limit.scope());
            var mark = instance == null ? null : instance.limit(limit);
            if (instance != null
                    && mark != null
                    && mark.met() == null
                    && mark.releasedOn() == null
                    && meeting.when().holds(situation)) {
                instance.limit(limit, mark.metBy(by));
                changes.limit(limit, instance);
            }
        }
    }

    private void annul(Situation situation, StepRule rule, StepRecord step) {
        var target = step.annuls() == null ? null : Annulled.by(rule, step.annuls(), situation);
        if (target == null || step.annuls() == null) {
            return;
        }
        target.frame()
                .track(target.name(), target.frame().track(target.name()).annulled(step.annuls(), target.fromStart()));
        changes.happening(target.name(), null);
        if (target.fromStart()) {
            values.undo(step.annuls());
        }
        close(target.frame(), step.occurredOn());
    }

    private void close(Situation situation, StepRule rule, StepRecord step) {
        close(situation, situation.frame(), rule, step);
        if (situation.other() != null) {
            close(situation, situation.other(), rule, step);
        }
    }

    private void close(Situation situation, Frame frame, StepRule rule, StepRecord step) {
        for (var closing : frame.scope().closings()) {
            if (closing.step().equals(rule.name()) && closing.when().holds(situation)) {
                close(frame, step.occurredOn());
            }
        }
    }

    /** What still runs in a round when it closes is released. */
    private void close(Frame frame, LocalDate day) {
        if (!frame.open()) {
            return;
        }
        frame.close(day);
        changes.scope(frame.scope());
        for (var limit : frame.scope().limits()) {
            var mark = frame.limit(limit);
            if (mark != null && mark.running()) {
                frame.limit(limit, mark.released(day));
                changes.limit(limit, frame);
                play.journal().changed(limit, frame, "released", day, mark.end(), "its round was closed");
            }
        }
    }

    private void shrink() {
        for (var instances : play.marking().instances()) {
            if (instances.scope().isRound() && instances.frames().size() > 1) {
                instances.shrink();
            }
        }
    }

    /** Gives every member of a role its own instance; says whether one was new. */
    private boolean admitMembers() {
        var admitted = false;
        for (var instances : play.marking().instances()) {
            var role = instances.scope().role();
            if (role != null && hasInstances(instances.scope())) {
                for (var authority : play.roles().holders(role)) {
                    if (instances.member(authority) == null) {
                        instances.admit(authority);
                        admitted = true;
                    }
                }
            }
        }
        return admitted;
    }

    private static boolean hasInstances(ScopeRule scope) {
        return !scope.happenings().isEmpty() || !scope.limits().isEmpty();
    }
}
