// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a period is counted from, arranged for finding.
 *
 * @param choice which of the points that are known
 */
record AnchorRule(Choice choice, List<PointRule> points) {

    enum Choice {
        FIRST_LISTED,
        EARLIEST,
        LATEST
    }

    /** What the limit is counted from already. */
    static final AnchorRule SAME = new AnchorRule(Choice.FIRST_LISTED, List.of());

    boolean isSame() {
        return points.isEmpty();
    }

    /** The point, of one day the first in the list; null while none is known. */
    @Nullable
    Anchored find(Situation situation, boolean first) {
        Anchored best = null;
        for (var point : points) {
            var found = point.find(situation, first);
            if (found != null && (best == null || isBetter(found.on(), best.on()))) {
                best = found;
                if (choice == Choice.FIRST_LISTED) {
                    return best;
                }
            }
        }
        return best;
    }

    private boolean isBetter(LocalDate day, LocalDate best) {
        return choice == Choice.EARLIEST ? day.isBefore(best) : day.isAfter(best);
    }
}
