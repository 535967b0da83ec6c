// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** Restarts, revises, extends and releases the limits of one world. */
final class LimitVerbs {

    private final Play play;
    private final Changes changes;

    LimitVerbs(Play play, Changes changes) {
        this.play = play;
        this.changes = changes;
    }

    /** Lets a step or a named lapse do to limits what the definition says. */
    void trigger(Situation situation, Happening name, Anchored trigger) {
        for (var each : play.program().triggers(name)) {
            for (var frame : play.marking().of(each.limit().scope()).frames()) {
                if (concerns(situation, frame)) {
                    change(each, frame, situation.with(frame), trigger);
                }
            }
        }
    }

    /** From inside, the round of the trigger; from outside, every open one. */
    private static boolean concerns(Situation situation, Frame instance) {
        var inside = situation.inside(instance.scope());
        return inside == null ? instance.open() : inside == instance;
    }

    private void change(Trigger trigger, Frame frame, Situation situation, Anchored by) {
        var limit = trigger.limit();
        var call = trigger.call();
        var mark = frame.limit(limit);
        if (mark == null) {
            return;
        }
        var obstacle = obstacle(mark, call, situation, by.on());
        var changed = obstacle == null ? changed(trigger, mark, situation, by) : null;
        if (changed != null) {
            frame.limit(limit, changed);
            changes.limit(limit, frame);
        }
        if (play.journal().keeps()) {
            var because = changed != null ? call.source() : "what it states does not give an end";
            play.journal()
                    .note(
                            limit,
                            frame,
                            new Journal.Note(
                                    call.verb().word(),
                                    by.command(),
                                    by.on(),
                                    (changed == null ? mark : changed).end(),
                                    changed != null,
                                    null,
                                    obstacle == null ? because : obstacle));
        }
    }

    /** Why a change cannot have an effect, or null if it can. */
    private static @Nullable String obstacle(LimitMark mark, LimitRule.Call call, Situation situation, LocalDate day) {
        if (mark.lapsedOn() != null) {
            return "the limit had lapsed before";
        } else if (mark.releasedOn() != null) {
            return "the limit had been released before";
        } else if (mark.metOn() != null) {
            return "the limit had been met before";
        } else if (!call.when().holds(situation)) {
            return "its condition does not hold";
        } else if (mustComeByEnd(call.verb()) && isPast(mark, situation, day)) {
            return "it came after the end";
        }
        return null;
    }

    private static boolean mustComeByEnd(Verb verb) {
        return (verb instanceof Verb.Revise revise && revise.byEnd())
                || (verb instanceof Verb.Extend extend && extend.byEnd());
    }

    private static boolean isPast(LimitMark mark, Situation situation, LocalDate day) {
        var at = mark.endAt();
        var trigger = situation.trigger();
        var instant = trigger == null ? null : trigger.occurredAt();
        if (at != null && instant != null) {
            return instant.isAfter(at);
        }
        return mark.end() != null && day.isAfter(mark.end());
    }

    private @Nullable LimitMark changed(Trigger trigger, LimitMark mark, Situation situation, Anchored by) {
        var limit = trigger.limit();
        var index = trigger.call().index();
        var verb = trigger.call().verb();
        if (verb instanceof Verb.Restart) {
            var point = trigger.call().from();
            var from = point == null ? by : point.find(situation, false);
            return restarted(limit, mark, from, situation, index, by.on());
        } else if (trigger.call().end() != null) {
            var end = Counting.moving(mark.anchor(), situation, limit)
                    .reach(trigger.call().end());
            return end.end() == null ? null : mark.moved(end, index);
        } else if (verb instanceof Verb.Extend extend) {
            var end = extended(limit, mark, extend, situation);
            return end == null || end.end() == null
                    ? null
                    : mark.moved(end.uncertainUnless(mark.reach().certain()), index);
        }
        return mark.released(by.on());
    }

    private static @Nullable LimitMark restarted(
            LimitRule limit, LimitMark mark, @Nullable Anchored from, Situation situation, int index, LocalDate day) {
        var counted =
                from == null ? null : Counting.from(from, situation, limit).start(index);
        if (counted == null) {
            return null;
        }
        var draft = mark.change();
        draft.anchor = counted.anchor();
        draft.alternative = counted.alternative();
        draft.verb = index;
        draft.count(counted.reach(), 0, counted.end());
        draft.pausedOn = mark.paused() ? day : null;
        return draft.done();
    }

    private static @Nullable Reach extended(LimitRule limit, LimitMark mark, Verb.Extend extend, Situation situation) {
        if (mark.end() == null) {
            return null;
        }
        var end = new Anchored("the end", null, mark.end(), mark.endAt());
        var counting = Counting.moving(mark.anchor(), situation, limit);
        if (extend.by() instanceof Within.Delay delay) {
            var days = situation
                    .play()
                    .lateness()
                    .of(situation.program().limit(delay.limit()).index());
            return days < 0 ? null : counting.later(end, days);
        }
        return counting.later(end, extend.by());
    }
}
