// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * The marking of one instance of a scope. A copy shares what it holds with its original until it changes it; the
 * original is not changed any more.
 */
final class Frame {

    private final ScopeRule scope;
    private final int number;
    private final @Nullable String member;
    private Track[] tracks;
    private @Nullable LimitMark[] limits;
    private @Nullable LocalDate closedOn;
    private boolean remainder;
    private boolean sharesTracks;
    private boolean sharesLimits;

    /**
     * @param number of the round, 1 where there is none
     * @param member the authority whose instance it is, or null
     */
    Frame(ScopeRule scope, int number, @Nullable String member) {
        this.scope = scope;
        this.number = number;
        this.member = member;
        this.tracks = new Track[scope.happenings().size()];
        Arrays.fill(tracks, Track.EMPTY);
        this.limits = new LimitMark[scope.limits().size()];
    }

    private Frame(Frame other) {
        scope = other.scope;
        number = other.number;
        member = other.member;
        tracks = other.tracks;
        limits = other.limits;
        closedOn = other.closedOn;
        remainder = other.remainder;
        sharesTracks = true;
        sharesLimits = true;
    }

    Frame copy() {
        return new Frame(this);
    }

    ScopeRule scope() {
        return scope;
    }

    int number() {
        return number;
    }

    @Nullable
    String member() {
        return member;
    }

    boolean isInstanceOf(Frame other) {
        return scope == other.scope && number == other.number && Objects.equals(member, other.member);
    }

    /** Whether it is what is left of a round that is over. */
    boolean isRemainder() {
        return remainder;
    }

    boolean open() {
        return closedOn == null;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    void close(LocalDate day) {
        if (closedOn == null) {
            closedOn = day;
        }
    }

    Track track(Happening name) {
        return tracks[name.slot()];
    }

    void track(Happening name, Track track) {
        if (sharesTracks) {
            tracks = tracks.clone();
            sharesTracks = false;
        }
        tracks[name.slot()] = track;
    }

    void record(Happening name, Occurrence occurrence) {
        track(name, track(name).with(occurrence));
    }

    /** Whether an occurrence of the name was recorded by that entry. */
    boolean holds(Happening name, CommandId command) {
        var newest = track(name).newest();
        return newest != null && command.equals(newest.command());
    }

    /** The same instance with nothing but the limits that lapsed in it, or null if none did. */
    @Nullable
    Frame lapsesOnly() {
        Frame kept = null;
        for (var limit : scope.limits()) {
            var mark = limit(limit);
            if (mark != null && mark.newestPassed() != null) {
                kept = kept == null ? remainder(scope, number) : kept;
                kept.limit(limit, mark);
            }
        }
        return kept;
    }

    /** What is left of a round that is over: limits only. */
    static Frame remainder(ScopeRule scope, int number) {
        var left = new Frame(scope, number, null);
        left.remainder = true;
        return left;
    }

    @Nullable
    LimitMark limit(LimitRule limit) {
        return limits[limit.slot()];
    }

    void limit(LimitRule limit, @Nullable LimitMark mark) {
        if (sharesLimits) {
            limits = limits.clone();
            sharesLimits = false;
        }
        limits[limit.slot()] = mark;
    }
}
