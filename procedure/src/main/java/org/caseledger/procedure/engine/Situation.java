// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Objects;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a guard is asked.
 *
 * @param frame the instance that is seen from inside
 * @param other a second one that is, or null
 * @param trigger the step being recorded, or null where a lapse or a limit asks
 * @param today the day that {@code this} means, or null
 * @param asked the day that must be in force, or null where none is known
 */
record Situation(
        Play play,
        Frame frame,
        @Nullable Frame other,
        @Nullable StepRecord trigger,
        @Nullable LocalDate today,
        @Nullable LocalDate asked) {

    Situation in(Frame instance) {
        return new Situation(play, instance, null, trigger, today, asked);
    }

    /** Both instances are seen from inside. */
    Situation with(Frame second) {
        return new Situation(play, frame, second == frame ? null : second, trigger, today, asked);
    }

    Situation asking(@Nullable LocalDate day) {
        return Objects.equals(day, asked) ? this : new Situation(play, frame, other, trigger, today, day);
    }

    Program program() {
        return play.program();
    }

    Marking marking() {
        return play.marking();
    }

    /** The instance of the scope that is seen from inside, or null. */
    @Nullable
    Frame inside(ScopeRule scope) {
        if (frame.scope() == scope) {
            return frame;
        } else if (other != null && other.scope() == scope) {
            return other;
        }
        return scope.isCase() ? play.marking().caseFrame() : null;
    }

    /** The newest occurrence that counts, as seen from here. */
    @Nullable
    Occurrence newest(Happening name) {
        var inside = inside(name.home());
        if (inside == null) {
            return marking().of(name.home()).newest(name);
        }
        var newest = inside.track(name).newest();
        return newest != null && newest.counts() ? newest : null;
    }

    /** The first occurrence with effect, as seen from here. */
    @Nullable
    Occurrence first(Happening name) {
        var inside = inside(name.home());
        return inside == null
                ? marking().of(name.home()).first(name)
                : inside.track(name).first();
    }

    int times(Happening name) {
        var inside = inside(name.home());
        return inside == null
                ? marking().of(name.home()).times(name)
                : inside.track(name).times();
    }

    /**
     * The end of a limit, met or not; from outside as {@link Instances#endOf}.
     *
     * @param name how it is told
     */
    @Nullable
    Anchored endOf(LimitRule limit, String name) {
        var inside = inside(limit.scope());
        if (inside == null) {
            var end = marking().of(limit.scope()).endOf(limit);
            return end == null ? null : new Anchored(name, null, end.day(), end.at());
        }
        var mark = inside.limit(limit);
        return mark == null || mark.end() == null ? null : new Anchored(name, null, mark.end(), mark.endAt());
    }

    /** The country of a role: that of the member whose instance this is, else of the first holder; null if none. */
    @Nullable
    String countryOf(String role) {
        if (frame.member() != null && role.equals(frame.scope().role())) {
            return frame.member().substring(0, 2);
        } else if (other != null
                && other.member() != null
                && role.equals(other.scope().role())) {
            return other.member().substring(0, 2);
        }
        return play.countryOf(role);
    }
}
