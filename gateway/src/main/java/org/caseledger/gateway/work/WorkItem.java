// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.caseledger.procedure.engine.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * Something that this authority has to do, before names are joined in.
 *
 * @param docket case or request id; stays inside
 * @param due the duty, or null
 * @param from who bound this authority, or null
 * @param since when that was recorded, or null
 */
record WorkItem(
        Type type,
        String docket,
        String definition,
        String role,
        Evaluation.@Nullable Due due,
        @Nullable String from,
        @Nullable Instant since) {

    /** Most urgent first: dated duties by the earliest end over all readings, then what has no date. */
    static final Comparator<WorkItem> MOST_URGENT_FIRST = Comparator.comparing(WorkItem::urgency)
            .thenComparing(WorkItem::type)
            .thenComparing(WorkItem::docket)
            .thenComparing(item -> item.due() == null
                    ? ""
                    : item.due().limit() + "/" + item.due().round());

    enum Type {
        LINK_MISSING("link-missing"),
        LINK_UNCLAIMED("link-unclaimed"),
        DUTY("duty"),
        REQUEST("request");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The last day to plan for: the earlier one where readings differ. */
    @Nullable
    LocalDate lastDay() {
        if (due == null) {
            return null;
        }
        return due.earliest() == null ? due.end() : due.earliest();
    }

    private LocalDate urgency() {
        var day = lastDay();
        return day == null ? LocalDate.MAX : day;
    }
}
