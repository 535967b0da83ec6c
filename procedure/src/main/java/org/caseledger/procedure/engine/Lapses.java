// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lets the days of one world pass: what has not been met lapses. */
final class Lapses {

    private final Play play;
    private final Changes changes;
    private final LimitKeeper limits;
    private final LimitVerbs verbs;
    private final Values values;

    Lapses(Play play, Changes changes, LimitKeeper limits, LimitVerbs verbs, Values values) {
        this.play = play;
        this.changes = changes;
        this.limits = limits;
        this.verbs = verbs;
        this.values = values;
    }

    /** Lapses, one after the other in order of day, definition and instance, what has passed before this day begins. */
    void advance(LocalDate day) {
        while (changes.mayLapseBefore(day)) {
            var next = next();
            changes.nextLapse(next == null ? null : next.last());
            if (next != null && changes.mayLapseBefore(day)) {
                lapse(next);
            }
        }
    }

    /** The first day on which something lapses if nothing happens, or null. */
    @Nullable
    LocalDate nextDay() {
        var next = next();
        return next == null ? null : next.since();
    }

    private record Next(LimitRule limit, Frame frame, LocalDate last) {

        LocalDate since() {
            return last.plusDays(1);
        }
    }

    private @Nullable Next next() {
        Next next = null;
        for (var limit : play.program().limits()) {
            for (var frame : play.marking().of(limit.scope()).frames()) {
                var mark = frame.limit(limit);
                var last = mark == null ? null : mark.lastUnlapsed();
                if (last != null && (next == null || last.isBefore(next.last()))) {
                    next = new Next(limit, frame, last);
                }
            }
        }
        return next;
    }

    private void lapse(Next next) {
        var limit = next.limit();
        var frame = next.frame();
        var since = next.since();
        var mark = Objects.requireNonNull(frame.limit(limit));
        frame.limit(limit, mark.lapsed(since));
        play.marking().lapsed().set(limit.index());
        changes.limit(limit, frame);
        var rule = limit.lapse();
        var because = rule == null ? "the law attaches nothing to it" : rule.source();
        if (play.journal().keeps()) {
            play.journal()
                    .note(
                            limit,
                            frame,
                            new Journal.Note("lapsed", null, since, mark.end(), rule != null, null, because));
        }
        if (rule != null) {
            follow(rule, frame, since);
        }
        limits.settle(since, limit.name());
    }

    private void follow(LimitRule.LapseRule rule, Frame frame, LocalDate since) {
        var last = since.minusDays(1);
        var deemedOn = last.plusDays(play.readings().daysToDeemed(rule));
        var situation = play.ofLapse(frame, deemedOn, last);
        values.set(situation, rule, since);
        if (rule.as() != null) {
            var occurrence = new Occurrence(null, deemedOn, null, null, new TreeMap<>(), Occurrence.Standing.EFFECTIVE);
            frame.record(rule.as(), occurrence);
            changes.happening(rule.as(), frame);
            verbs.trigger(situation, rule.as(), Anchored.of(rule.as().name(), occurrence));
        }
    }
}
