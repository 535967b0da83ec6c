// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Plays one world: days pass and limits lapse, steps happen and have their effects. */
final class Player {

    private final Program program;
    private final Marking marking;
    private final Roles roles;
    private final LimitKeeper limits;

    /** @param last the last step that the marking holds, or null before the first */
    Player(Program program, World world, Marking marking, Roles roles, Journal journal, @Nullable StepRecord last) {
        this.program = program;
        this.marking = marking;
        this.roles = roles;
        this.limits = new LimitKeeper(program, world, marking, roles, journal);
        if (admitMembers() && last != null) {
            limits.settle(last.occurredOn(), last.step());
        }
    }

    Marking marking() {
        return marking;
    }

    /** Lets the days pass up to the morning of this one: every limit whose end is past lapses. */
    void advance(LocalDate day) {
        limits.advance(day);
    }

    /** Records one step on its day, where it stands. */
    Grounds play(RecordedStep recorded) {
        var step = recorded.record();
        var type = program.step(step.step());
        advance(step.occurredOn());
        var situation = new Situation(program, marking, marking.caseFrame(), step, roles);
        var grounds = Grounds.of(situation, type, step, recorded.authority());
        if (grounds instanceof Grounds.Given given) {
            happen(given, type, step);
            limits.settle(step.occurredOn(), step.step());
        }
        return grounds;
    }

    private void happen(Grounds.Given given, StepType type, StepRecord step) {
        var frame = type.opens() == null ? given.frame() : open(type.opens());
        var occurrence = new Occurrence(step.command(), step.occurredOn(), step.attributes(), given.standing());
        frame.record(type.name(), occurrence);
        marking.put(frame);
        var situation = new Situation(program, marking, frame, step, roles);
        if (occurrence.counts()) {
            limits.meet(situation, type.name());
        }
        if (occurrence.effective()) {
            set(situation, type.sets(), type.source());
            annul(type, step);
            close(situation, type.name());
            limits.trigger(situation, type.name(), step.command(), step.occurredOn());
        }
    }

    private Frame open(String round) {
        return new Frame(Frame.Key.round(round, marking.frames(round).size() + 1));
    }

    private void set(Situation situation, List<Assignment> assignments, Source source) {
        for (var assignment : assignments) {
            if (situation.holds(assignment.when()) && situation.trigger() != null) {
                var day = situation.trigger().occurredOn();
                assignment.values().forEach((name, value) -> limits.set(name, value, day, source, false));
            }
        }
    }

    private void annul(StepType type, StepRecord step) {
        var command = step.annuls();
        var target = command == null ? null : Grounds.annulled(marking, type, step);
        if (command != null && target != null) {
            target.frame().annul(target.name(), command);
        }
    }

    private void close(Situation situation, String step) {
        var round = program.round(situation.frame().key().scope());
        if (round != null && round.closedBy().contains(step) && situation.holds(round.when())) {
            situation.frame().close(day(situation.trigger()));
        }
    }

    private static LocalDate day(@Nullable StepRecord trigger) {
        return Objects.requireNonNull(trigger).occurredOn();
    }

    /** Gives every member of a role its own instance; says whether one was new. */
    private boolean admitMembers() {
        var before = marking.frames().size();
        program.definition().steps().forEach(step -> admitMembers(step.scope()));
        return marking.frames().size() > before;
    }

    private void admitMembers(Scope scope) {
        if (scope instanceof Scope.Each each) {
            for (var authority : roles.holders(each.role())) {
                var key = Frame.Key.member(each.role(), authority);
                if (marking.frame(key) == null) {
                    marking.put(new Frame(key));
                }
            }
        }
    }
}
