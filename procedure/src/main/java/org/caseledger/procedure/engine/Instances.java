// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one scope in one world: those that things still happen in, and what is left of the others. A copy
 * shares what is left until it changes it; the original is not changed any more.
 */
final class Instances {

    private final ScopeRule scope;
    private final List<Frame> frames;
    private final @Nullable List<Frame> archive;
    private Over over;
    private boolean sharesOver;
    private int opened;

    /** @param archives whether rounds that are over are kept whole beside, for a view */
    Instances(ScopeRule scope, boolean archives) {
        this(scope, new ArrayList<>(), archives ? new ArrayList<>() : null, scope.nothingOver(), 0);
        sharesOver = true;
    }

    private Instances(ScopeRule scope, List<Frame> frames, @Nullable List<Frame> archive, Over over, int opened) {
        this.scope = scope;
        this.frames = frames;
        this.archive = archive;
        this.over = over;
        this.opened = opened;
    }

    Instances copy() {
        var copies = new ArrayList<Frame>(frames.size() + 1);
        for (var frame : frames) {
            copies.add(frame.copy());
        }
        var copy = new Instances(scope, copies, archive == null ? null : new ArrayList<>(archive), over, opened);
        copy.sharesOver = true;
        return copy;
    }

    /** Puts back what a header keeps. */
    static Instances of(ScopeRule scope, List<Frame> frames, Over over, int opened) {
        return new Instances(scope, new ArrayList<>(frames), null, over, opened);
    }

    ScopeRule scope() {
        return scope;
    }

    Over over() {
        return over;
    }

    /** How many rounds were opened so far. */
    int opened() {
        return opened;
    }

    /** Those that are not over, oldest first, members by id. */
    List<Frame> frames() {
        return frames;
    }

    /** All that a view shows: whole where an archive is kept, else of those that are over only what lapsed. */
    List<Frame> shown() {
        var others = archive == null ? over.lapsed() : archive;
        return others.isEmpty()
                ? frames
                : Stream.concat(others.stream(), frames.stream())
                        .sorted(java.util.Comparator.comparingInt(Frame::number))
                        .toList();
    }

    @Nullable
    Frame newestRound() {
        return frames.isEmpty() ? null : frames.get(frames.size() - 1);
    }

    @Nullable
    Frame round(int number) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).number() == number) {
                return frames.get(i);
            }
        }
        return null;
    }

    @Nullable
    Frame member(String authority) {
        for (var frame : frames) {
            if (Objects.equals(frame.member(), authority)) {
                return frame;
            }
        }
        return null;
    }

    Frame open() {
        opened++;
        var frame = new Frame(scope, opened, null);
        frames.add(frame);
        return frame;
    }

    void admit(String authority) {
        var frame = new Frame(scope, 1, authority);
        var at = 0;
        while (at < frames.size()
                && Objects.requireNonNull(frames.get(at).member()).compareTo(authority) < 0) {
            at++;
        }
        frames.add(at, frame);
    }

    /** Lets go of closed rounds that a newer one followed. */
    void shrink() {
        for (int i = 0; i < frames.size() - 1 && !scope.annullable(); ) {
            var frame = frames.get(i);
            if (frame.open()) {
                i++;
                continue;
            }
            if (sharesOver) {
                over = over.copy();
                sharesOver = false;
            }
            over.add(frame);
            if (archive != null) {
                archive.add(frame);
            }
            frames.remove(i);
        }
    }

    /** The newest occurrence that counts; of one day the one of the later round. */
    @Nullable
    Occurrence newest(Happening name) {
        var best = over.newest(name);
        for (var frame : frames) {
            var newest = frame.track(name).newest();
            if (newest != null && newest.counts()) {
                best = Over.later(best, newest, frame.number());
            }
        }
        return best == null ? null : best.occurrence();
    }

    /** The first occurrence with effect; of one day the one of the earlier round. */
    @Nullable
    Occurrence first(Happening name) {
        var best = over.first(name);
        for (var frame : frames) {
            best = Over.earlier(best, frame.track(name).first(), frame.number());
        }
        return best == null ? null : best.occurrence();
    }

    int times(Happening name) {
        var times = over.times(name);
        for (var frame : frames) {
            times += frame.track(name).times();
        }
        return times;
    }

    /** The end of the limit in the newest round that has one, or the latest of those of the members. */
    Over.@Nullable End endOf(LimitRule limit) {
        var best = over.end(limit);
        for (var frame : frames) {
            best = Over.End.later(best, Over.End.of(frame.limit(limit), frame.number()));
        }
        return best;
    }
}
