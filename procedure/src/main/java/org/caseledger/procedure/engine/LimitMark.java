// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where one instance of a limit stands.
 *
 * @param anchor what it is counted from
 * @param reach the end as it was counted or set, without the days of its pauses
 * @param end last day, or null for a duty without an end
 * @param pausedDays the days that its pauses gave since it was counted or set
 * @param alternative index of the alternative that counts
 * @param verb index of the verb that set the end, or {@link #NO_VERB}
 * @param turn 1, and one more each time it began again
 * @param isLast whether it does not begin again
 * @param held whether it cannot lapse now
 * @param freedOn the day on which it was last held, or null
 * @param pausedOn the day on which it was paused, or null while its days run
 * @param met by which step it was met, or null
 * @param lapsedOn the first day after it passed unmet, or null
 * @param releasedOn when it was released, or null
 * @param passed its last turn that passed unmet, or null
 */
record LimitMark(
        Anchored anchor,
        Reach reach,
        @Nullable LocalDate end,
        int pausedDays,
        int alternative,
        int verb,
        int turn,
        boolean isLast,
        boolean held,
        @Nullable LocalDate freedOn,
        @Nullable LocalDate pausedOn,
        @Nullable Anchored met,
        @Nullable LocalDate lapsedOn,
        @Nullable LocalDate releasedOn,
        @Nullable Passed passed) {

    static final int NO_VERB = -1;

    /** A turn of a recurring limit that passed unmet. */
    record Passed(LocalDate end, LocalDate since) {}

    static LimitMark started(Anchored anchor, Reach reach, int alternative, int verb) {
        return new LimitMark(
                anchor, reach, reach.end(), 0, alternative, verb, 1, false, false, null, null, null, null, null, null);
    }

    boolean running() {
        return met == null && lapsedOn == null && releasedOn == null;
    }

    /** Whether counting it again gives the same, with no day of a pause to add. */
    boolean isAs(LimitMark started) {
        return pausedDays == 0
                && alternative == started.alternative
                && isLast == started.isLast
                && anchor.equals(started.anchor)
                && reach.equals(started.reach);
    }

    boolean paused() {
        return pausedOn != null;
    }

    /** Whether a better anchor counts it again. */
    boolean onlyStarted() {
        return running() && verb == NO_VERB && turn == 1;
    }

    /** The instant of the end where it has one, the days of its pauses included. */
    @Nullable
    OffsetDateTime endAt() {
        return reach.at() == null ? null : reach.at().plusDays(pausedDays);
    }

    /** The last day on which a step is in time: the end or, after a hold, the day on which the hold ended. */
    @Nullable
    LocalDate lastDay() {
        return end != null && freedOn != null && freedOn.isAfter(end) ? freedOn : end;
    }

    /** The day after which a step is late for it, or null where none can be. */
    @Nullable
    LocalDate lateAfter() {
        var isSuspended = lapsedOn == null && (held || paused());
        return releasedOn != null || isSuspended ? null : lastDay();
    }

    /** The last day before it lapses if nothing happens, or null if it cannot. */
    @Nullable
    LocalDate lastUnlapsed() {
        return running() && !held && !paused() ? lastDay() : null;
    }

    /** Passed unmet: the newest turn's end and first day after, or null. */
    @Nullable
    Passed newestPassed() {
        var last = lastDay();
        return lapsedOn != null && last != null ? new Passed(lapsedOn.minusDays(1), lapsedOn) : passed;
    }

    Draft change() {
        return new Draft(this);
    }

    /** When a step met it, or null. */
    @Nullable
    LocalDate metOn() {
        return met == null ? null : met.on();
    }

    LimitMark metBy(Anchored step) {
        var draft = change();
        draft.met = step;
        return draft.done();
    }

    LimitMark lapsed(LocalDate day) {
        var draft = change();
        draft.lapsedOn = day;
        return draft.done();
    }

    LimitMark released(LocalDate day) {
        var draft = change();
        draft.releasedOn = day;
        return draft.done();
    }

    LimitMark held(boolean now, LocalDate day) {
        var draft = change();
        draft.held = now;
        draft.freedOn = held && !now ? day : freedOn;
        return draft.done();
    }

    LimitMark pausedOn(LocalDate day) {
        var draft = change();
        draft.pausedOn = day;
        return draft.done();
    }

    /** A new end that only verbs move any more. */
    LimitMark moved(Reach to, int by) {
        var draft = change();
        draft.count(to, 0, to.end());
        draft.verb = by;
        return draft.done();
    }

    /** A mark under change. */
    static final class Draft {
        Anchored anchor;
        Reach reach;

        @Nullable
        LocalDate end;

        int pausedDays;
        int alternative;
        int verb;
        int turn;
        boolean isLast;
        boolean held;

        @Nullable
        LocalDate freedOn;

        @Nullable
        LocalDate pausedOn;

        @Nullable
        Anchored met;

        @Nullable
        LocalDate lapsedOn;

        @Nullable
        LocalDate releasedOn;

        @Nullable
        Passed passed;

        private Draft(LimitMark mark) {
            anchor = mark.anchor;
            reach = mark.reach;
            end = mark.end;
            pausedDays = mark.pausedDays;
            alternative = mark.alternative;
            verb = mark.verb;
            turn = mark.turn;
            isLast = mark.isLast;
            held = mark.held;
            freedOn = mark.freedOn;
            pausedOn = mark.pausedOn;
            met = mark.met;
            lapsedOn = mark.lapsedOn;
            releasedOn = mark.releasedOn;
            passed = mark.passed;
        }

        void count(Reach counted, int paused, @Nullable LocalDate last) {
            reach = counted;
            pausedDays = paused;
            end = last;
        }

        LimitMark done() {
            return new LimitMark(
                    anchor,
                    reach,
                    end,
                    pausedDays,
                    alternative,
                    verb,
                    turn,
                    isLast,
                    held,
                    freedOn,
                    pausedOn,
                    met,
                    lapsedOn,
                    releasedOn,
                    passed);
        }
    }
}
