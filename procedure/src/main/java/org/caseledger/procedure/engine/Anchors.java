// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import org.jspecify.annotations.Nullable;

/** What periods are counted from. */
final class Anchors {

    private final Situation situation;
    private final boolean first;
    private final @Nullable Anchored only;
    private final @Nullable Anchored same;

    private Anchors(Situation situation, boolean first, @Nullable Anchored only, @Nullable Anchored same) {
        this.situation = situation;
        this.first = first;
        this.only = only;
        this.same = same;
    }

    static Anchors first(Situation situation) {
        return new Anchors(situation, true, null, null);
    }

    static Anchors newest(Situation situation, Anchored same) {
        return new Anchors(situation, false, null, same);
    }

    static Anchors only(Situation situation, Anchored point) {
        return new Anchors(situation, true, point, null);
    }

    /** Whether a verb asks, on its own day. */
    boolean areOfVerb() {
        return !first;
    }

    /** The anchor, or null while it is not known. */
    @Nullable
    Anchored of(AnchorRule anchor) {
        if (only != null) {
            return only;
        }
        return anchor.isSame() ? same : anchor.find(situation, first);
    }

    /** The anchor of a whole term: of several, where none gives an end, the first in the list that is known. */
    @Nullable
    Anchored of(TermRule term) {
        if (term instanceof TermRule.Counted counted) {
            return of(counted.from());
        } else if (term instanceof TermRule.Stated stated) {
            return stated(stated.step());
        } else if (term instanceof TermRule.EndOf end) {
            var ended = end.end().find(situation, first);
            return ended == null || only == null ? ended : only;
        }
        for (var each : ((TermRule.OneOf) term).terms()) {
            var anchor = of(each);
            if (anchor != null) {
                return anchor;
            }
        }
        return null;
    }

    /** The first with effect, or the newest that counts where all came too late to have it. */
    private @Nullable Anchored stated(PointRule step) {
        var newest = step.find(situation, false);
        if (newest == null || only != null) {
            return newest == null ? null : only;
        }
        var earliest = step.find(situation, true);
        return earliest == null ? newest : earliest;
    }
}
