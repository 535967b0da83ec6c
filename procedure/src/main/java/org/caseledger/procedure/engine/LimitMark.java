// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * Where one instance of a limit stands.
 *
 * @param anchorName the step or lapse that it is counted from
 * @param anchorOn the day of the anchor
 * @param end last day, or null for a duty without an end
 * @param certain whether the calendar had what it needed
 * @param alternative index of the alternative that counts
 * @param verb index of the verb that set the end, or {@link #NO_VERB}
 * @param held whether it cannot lapse now
 * @param freedOn the day on which it was last held, or null
 * @param metOn when a step met it, or null
 * @param lapsedOn the first day after it passed unmet, or null
 * @param releasedOn when it was released, or null
 */
record LimitMark(
        String anchorName,
        @Nullable CommandId anchor,
        LocalDate anchorOn,
        @Nullable LocalDate end,
        boolean certain,
        int alternative,
        int verb,
        boolean held,
        @Nullable LocalDate freedOn,
        @Nullable LocalDate metOn,
        @Nullable LocalDate lapsedOn,
        @Nullable LocalDate releasedOn) {

    static final int NO_VERB = -1;

    static LimitMark started(
            String anchorName, Occurrence anchor, @Nullable LocalDate end, boolean certain, int alternative, int verb) {
        return new LimitMark(
                anchorName,
                anchor.command(),
                anchor.on(),
                end,
                certain,
                alternative,
                verb,
                false,
                null,
                null,
                null,
                null);
    }

    boolean running() {
        return metOn == null && lapsedOn == null && releasedOn == null;
    }

    /** The first day on which it has lapsed if nothing happens, or null if it cannot. */
    @Nullable
    LocalDate lapseDay() {
        if (!running() || held || end == null) {
            return null;
        }
        return (freedOn != null && freedOn.isAfter(end) ? freedOn : end).plusDays(1);
    }

    LimitMark withEnd(@Nullable LocalDate day, boolean sure, int by) {
        return new LimitMark(
                anchorName, anchor, anchorOn, day, sure, alternative, by, held, freedOn, metOn, lapsedOn, releasedOn);
    }

    LimitMark withAnchor(LimitMark other) {
        return new LimitMark(
                other.anchorName,
                other.anchor,
                other.anchorOn,
                other.end,
                other.certain,
                other.alternative,
                other.verb,
                held,
                freedOn,
                metOn,
                lapsedOn,
                releasedOn);
    }

    LimitMark held(boolean now, LocalDate day) {
        return new LimitMark(
                anchorName,
                anchor,
                anchorOn,
                end,
                certain,
                alternative,
                verb,
                now,
                held && !now ? day : freedOn,
                metOn,
                lapsedOn,
                releasedOn);
    }

    LimitMark met(LocalDate day) {
        return new LimitMark(
                anchorName,
                anchor,
                anchorOn,
                end,
                certain,
                alternative,
                verb,
                held,
                freedOn,
                day,
                lapsedOn,
                releasedOn);
    }

    LimitMark lapsed(LocalDate day) {
        return new LimitMark(
                anchorName, anchor, anchorOn, end, certain, alternative, verb, held, freedOn, metOn, day, releasedOn);
    }

    LimitMark released(LocalDate day) {
        return new LimitMark(
                anchorName, anchor, anchorOn, end, certain, alternative, verb, held, freedOn, metOn, lapsedOn, day);
    }
}
