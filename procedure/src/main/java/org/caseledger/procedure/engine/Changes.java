// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What happened since the limits were last asked, as the limits that must be asked again. */
final class Changes {

    private final Dependents dependents;
    private final BitSet happened = new BitSet();
    private final BitSet inside = new BitSet();
    private final BitSet everywhere = new BitSet();
    private @Nullable Frame frame;
    private boolean endsAsked;
    private LocalDate nothingBefore = LocalDate.MIN;

    Changes(Dependents dependents) {
        this.dependents = dependents;
    }

    /** @param where the only instance that sees it from inside, or null if there may be several */
    void add(int key, @Nullable Frame where) {
        happened.set(key);
        for (var limit : dependents.everywhere(key)) {
            everywhere.set(limit);
        }
        for (var limit : dependents.inside(key)) {
            concern(limit, where);
        }
    }

    private void concern(int limit, @Nullable Frame where) {
        if (where != null && (frame == null || frame == where)) {
            frame = where;
            inside.set(limit);
        } else {
            everywhere.set(limit);
        }
    }

    void happening(Happening name, @Nullable Frame where) {
        add(name.key(), where);
    }

    void attribute(int number) {
        add(dependents.attribute(number), null);
    }

    void scope(ScopeRule scope) {
        add(dependents.scope(scope), null);
    }

    /** The limit's mark in that instance changed. */
    void limit(LimitRule limit, Frame where) {
        var mark = where.limit(limit);
        var last = mark == null ? null : mark.lastUnlapsed();
        if (last != null && last.isBefore(nothingBefore)) {
            nothingBefore = last;
        }
        add(dependents.limit(limit.index()), where);
    }

    /** Whether a limit may lapse before this day; it has to be looked at then. */
    boolean mayLapseBefore(LocalDate day) {
        return nothingBefore.isBefore(day);
    }

    /** Of all limits the first last day, or null where none can lapse. */
    void nextLapse(@Nullable LocalDate last) {
        nothingBefore = last == null ? LocalDate.MAX : last;
    }

    void time() {
        add(dependents.time(), null);
    }

    /** A new instance: all its limits must be asked. */
    void opened(Frame opened) {
        scope(opened.scope());
        for (var limit : opened.scope().limits()) {
            concern(limit.index(), opened);
        }
    }

    void everything(int limits) {
        everywhere.set(0, limits);
        ends();
    }

    /** The end of the procedure must be asked, whatever it depends on: a guard may hold before anything happened. */
    void ends() {
        endsAsked = true;
    }

    boolean endsConcerned() {
        return endsAsked || happened.intersects(dependents.ends());
    }

    /** The next limit from this index on that must be asked, or -1. */
    int next(int from) {
        var a = inside.nextSetBit(from);
        var b = everywhere.nextSetBit(from);
        return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
    }

    /** Takes a limit off; returns the one instance that is concerned, or null for all. */
    @Nullable
    Frame take(int limit) {
        var only = everywhere.get(limit) ? null : frame;
        inside.clear(limit);
        everywhere.clear(limit);
        return only;
    }

    void clear() {
        happened.clear();
        endsAsked = false;
        inside.clear();
        everywhere.clear();
        frame = null;
    }
}
