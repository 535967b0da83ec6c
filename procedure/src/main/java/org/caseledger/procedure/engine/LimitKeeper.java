// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Keeps the limits of one world: starts them, counts them again, holds and pauses them, lets them begin again. */
final class LimitKeeper {

    /** So often the limits are asked again before a definition is taken to turn in circles. */
    private static final int PASSES = 100;

    private final Play play;
    private final Changes changes;

    LimitKeeper(Play play, Changes changes) {
        this.play = play;
        this.changes = changes;
    }

    /** Asks every limit that depends on what happened, until nothing changes; then the end of the procedure. */
    void settle(LocalDate day, String by) {
        changes.time();
        for (int pass = 0; pass < PASSES && changes.next(0) >= 0; pass++) {
            for (int i = changes.next(0); i >= 0; i = changes.next(i + 1)) {
                settle(play.program().limits().get(i), changes.take(i), day);
            }
        }
        if (changes.endsConcerned()) {
            end(day, by);
        }
        changes.clear();
    }

    private void settle(LimitRule limit, @Nullable Frame only, LocalDate day) {
        if (only != null && only.scope() == limit.scope()) {
            ask(limit, only, day);
            return;
        }
        for (var frame : play.marking().of(limit.scope()).frames()) {
            ask(limit, frame, day);
        }
    }

    private void ask(LimitRule limit, Frame frame, LocalDate day) {
        if (frame.open()) {
            start(limit, frame, day);
            suspend(limit, frame, day);
        }
    }

    private void end(LocalDate day, String by) {
        var marking = play.marking();
        if (!play.program().ends().holds(play.on(day, marking.caseFrame()))) {
            marking.end(null);
        } else if (marking.ended() == null) {
            marking.end(new Marking.Ending(day, by));
        }
    }

    private void start(LimitRule limit, Frame frame, LocalDate day) {
        var mark = frame.limit(limit);
        if (mark != null && !mark.onlyStarted()) {
            beginAgain(limit, frame, mark, day);
            return;
        }
        var situation = play.on(day, frame);
        var counting = Counting.starting(situation, limit);
        var started = counting.start(LimitMark.NO_VERB);
        var until = until(limit, situation);
        if (started == null || isOver(started.anchor(), until)) {
            if (mark != null) {
                put(limit, frame, null);
            }
            return;
        }
        var bounded = bounded(started, until);
        var next = mark == null ? bounded : again(mark, bounded, counting);
        if (!next.equals(mark)) {
            put(limit, frame, next);
            play.journal().started(limit, frame, next, day);
        }
    }

    /** Whether a recurring limit would begin on or after the day on which it recurs no more. */
    private static boolean isOver(Anchored from, @Nullable LocalDate until) {
        return until != null && !until.isAfter(from.on());
    }

    private static LimitMark again(LimitMark mark, LimitMark started, Counting counting) {
        if (mark.isAs(started)) {
            return mark;
        }
        var draft = mark.change();
        draft.anchor = started.anchor();
        draft.alternative = started.alternative();
        draft.isLast = started.isLast();
        draft.count(started.reach(), mark.pausedDays(), counting.paused(started.reach(), mark.pausedDays()));
        return draft.done();
    }

    /** A recurring limit that was met or has passed begins again. */
    private void beginAgain(LimitRule limit, Frame frame, LimitMark mark, LocalDate day) {
        if (limit.recursUntil() == null || mark.running() || mark.releasedOn() != null || mark.isLast()) {
            return;
        }
        var from = mark.met() != null
                ? mark.met()
                : new Anchored(
                        limit.name(),
                        null,
                        mark.lapsedOn() == null ? day : mark.lapsedOn().minusDays(1),
                        null);
        var situation = play.on(day, frame);
        var until = until(limit, situation);
        var counted = Counting.from(from, situation, limit).start(LimitMark.NO_VERB);
        if (counted == null || isOver(from, until)) {
            return;
        }
        var draft = counted.change();
        draft.turn = mark.turn() + 1;
        draft.passed = mark.newestPassed();
        var next = bounded(draft.done(), until);
        if (next.end() != null && !next.end().isAfter(from.on())) {
            return;
        }
        put(limit, frame, next);
        play.journal().started(limit, frame, next, day);
    }

    /** A recurring limit as it starts ends at its bound, and then for the last time. */
    private static LimitMark bounded(LimitMark started, @Nullable LocalDate until) {
        if (until == null || started.end() == null || started.end().isBefore(until)) {
            return started;
        }
        var draft = started.change();
        draft.isLast = true;
        draft.count(Reach.of(until), 0, until);
        return draft.done();
    }

    private static @Nullable LocalDate until(LimitRule limit, Situation situation) {
        var until = limit.recursUntil();
        return until == null
                ? null
                : Counting.starting(situation, limit).reach(until).end();
    }

    private void suspend(LimitRule limit, Frame frame, LocalDate day) {
        var mark = frame.limit(limit);
        if (mark == null || !mark.running()) {
            return;
        }
        var hold = limit.hold();
        if (hold != null) {
            var now = hold.condition().holds(play.on(day, frame));
            if (now != mark.held()) {
                mark = mark.held(now, day);
                put(limit, frame, mark);
                play.journal().changed(limit, frame, now ? "held" : "freed", day, mark.end(), hold.source());
            }
        }
        var pause = limit.pause();
        if (pause != null) {
            var situation = play.on(day, frame);
            var now = pause.condition().holds(situation);
            if (now != mark.paused()) {
                mark = now ? mark.pausedOn(day) : resumed(mark, Counting.starting(situation, limit), day);
                put(limit, frame, mark);
                play.journal().changed(limit, frame, now ? "paused" : "resumed", day, mark.end(), pause.source());
            }
        }
    }

    private static LimitMark resumed(LimitMark mark, Counting counting, LocalDate day) {
        var draft = mark.change();
        if (mark.pausedOn() != null) {
            var days = mark.pausedDays() + (int) ChronoUnit.DAYS.between(mark.pausedOn(), day);
            draft.count(mark.reach(), days, counting.paused(mark.reach(), days));
        }
        draft.pausedOn = null;
        return draft.done();
    }

    private void put(LimitRule limit, Frame frame, @Nullable LimitMark mark) {
        frame.limit(limit, mark);
        changes.limit(limit, frame);
    }
}
