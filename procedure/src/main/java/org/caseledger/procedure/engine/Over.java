// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the rounds of one name that closed and that newer ones followed: per name its first and newest
 * occurrence and how often it counts, per limit the end of the newest round that had one, and what lapsed.
 */
final class Over {

    private final @Nullable Seen[] first;
    private final @Nullable Seen[] newest;
    private final int[] times;
    private final @Nullable End[] ends;
    private final List<Frame> lapsed;

    Over(@Nullable Seen[] first, @Nullable Seen[] newest, int[] times, @Nullable End[] ends, List<Frame> lapsed) {
        this.first = first;
        this.newest = newest;
        this.times = times;
        this.ends = ends;
        this.lapsed = new ArrayList<>(lapsed);
    }

    /** An occurrence and the round that it belongs to. */
    record Seen(Occurrence occurrence, int round) {}

    /**
     * The end of a limit and the round that it belongs to.
     *
     * @param at the instant of the end where it has one
     * @param lateAfter the day after which a step is late for it, or null where none can be
     */
    record End(
            LocalDate day,
            @Nullable OffsetDateTime at,
            @Nullable LocalDate lateAfter,
            int round) {

        /** Null where the limit has no end there. */
        static @Nullable End of(@Nullable LimitMark mark, int round) {
            return mark == null || mark.end() == null
                    ? null
                    : new End(mark.end(), mark.endAt(), mark.lateAfter(), round);
        }

        /** Of rounds the newer, of members the one that ends later. */
        static @Nullable End later(@Nullable End one, @Nullable End other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.round > one.round || (other.round == one.round && other.day.isAfter(one.day)) ? other : one;
        }
    }

    static Over none(ScopeRule scope) {
        var names = scope.happenings().size();
        return new Over(
                new Seen[names],
                new Seen[names],
                new int[names],
                new End[scope.limits().size()],
                List.of());
    }

    @Nullable
    Seen first(Happening name) {
        return first[name.slot()];
    }

    @Nullable
    Seen newest(Happening name) {
        return newest[name.slot()];
    }

    int times(Happening name) {
        return times[name.slot()];
    }

    @Nullable
    End end(LimitRule limit) {
        return ends[limit.slot()];
    }

    /** Of each of the rounds in which a limit passed unmet, those limits. */
    List<Frame> lapsed() {
        return lapsed;
    }

    /** The same, to be changed. */
    Over copy() {
        return new Over(first.clone(), newest.clone(), times.clone(), ends.clone(), lapsed);
    }

    void add(Frame frame) {
        for (var name : frame.scope().happenings()) {
            add(name, frame);
        }
        for (var limit : frame.scope().limits()) {
            ends[limit.slot()] = End.later(ends[limit.slot()], End.of(frame.limit(limit), frame.number()));
        }
        var outcome = frame.lapsesOnly();
        if (outcome != null) {
            lapsed.add(outcome);
        }
    }

    private void add(Happening name, Frame frame) {
        var track = frame.track(name);
        var last = track.newest();
        if (last == null) {
            return;
        }
        var slot = name.slot();
        first[slot] = earlier(first[slot], track.first(), frame.number());
        if (last.counts()) {
            newest[slot] = later(newest[slot], last, frame.number());
        }
        times[slot] += track.times();
    }

    /** The earlier by date; of one day the earlier round. */
    static @Nullable Seen earlier(@Nullable Seen seen, @Nullable Occurrence other, int round) {
        if (other == null) {
            return seen;
        }
        var order = seen == null ? 1 : seen.occurrence().on().compareTo(other.on());
        return order > 0 || (order == 0 && seen != null && round < seen.round()) ? new Seen(other, round) : seen;
    }

    /** The later by date; of one day the later round. */
    static @Nullable Seen later(@Nullable Seen seen, Occurrence other, int round) {
        var order = seen == null ? -1 : seen.occurrence().on().compareTo(other.on());
        return order < 0 || (order == 0 && seen != null && round >= seen.round()) ? new Seen(other, round) : seen;
    }
}
