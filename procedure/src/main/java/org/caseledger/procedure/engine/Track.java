// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What one instance remembers of one name. First and newest are so by date, as a lapse that a verb brought about is
 * deemed to happen on a day that may lie before that of the one before it.
 *
 * @param first the first occurrence with effect
 * @param newest the newest occurrence, one that counts before one that does not
 * @param times how many occurrences count
 */
record Track(@Nullable Occurrence first, @Nullable Occurrence newest, int times) {

    static final Track EMPTY = new Track(null, null, 0);

    Track with(Occurrence occurrence) {
        var isFirst = first == null || occurrence.on().isBefore(first.on());
        var isNewest = newest == null
                || !newest.counts()
                || (occurrence.counts() && !occurrence.on().isBefore(newest.on()));
        return new Track(
                isFirst && occurrence.effective() ? occurrence : first,
                isNewest ? occurrence : newest,
                occurrence.counts() ? times + 1 : times);
    }

    /** The occurrence that the entry recorded counts no more; from the start it is no anchor either. */
    Track annulled(CommandId command, boolean fromStart) {
        var hit = newest != null && command.equals(newest.command());
        var counted = hit && newest != null && newest.counts();
        var anchor = first;
        if (fromStart && first != null && command.equals(first.command())) {
            anchor = null;
        }
        return new Track(anchor, hit && newest != null ? newest.annulled() : newest, counted ? times - 1 : times);
    }
}
