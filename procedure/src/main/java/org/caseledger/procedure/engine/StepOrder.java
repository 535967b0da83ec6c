// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.StepRecord;

/**
 * The order in which steps are played: by day; on one day those with an instant by instant, then the others by their
 * number within the day; then as the definition lists them, by role, by content, by command id. Never by arrival.
 */
final class StepOrder implements Comparator<StepRecord> {

    /** What says nothing about the step itself: a step and its exact correction have one place. */
    private static final Set<String> ABOUT_THE_ENTRY = Set.of("command", "supersedes", "reason");

    private final Comparator<StepRecord> order;

    StepOrder(Program program) {
        order = Comparator.comparing(StepRecord::occurredOn, Comparator.<LocalDate>naturalOrder())
                .thenComparing(StepRecord::occurredAt, Comparator.nullsLast(OffsetDateTime.timeLineOrder()))
                .thenComparing(StepRecord::ordinal, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparingInt(step -> index(program, step))
                .thenComparing(StepRecord::role)
                .thenComparing(StepOrder::content, Arrays::compareUnsigned)
                .thenComparing(StepRecord::command);
    }

    @Override
    public int compare(StepRecord a, StepRecord b) {
        return order.compare(a, b);
    }

    private static int index(Program program, StepRecord step) {
        var rule = program.stepOrNull(step.step());
        return rule == null ? Integer.MAX_VALUE : rule.type().index();
    }

    private static byte[] content(StepRecord step) {
        var json = RecordCodec.toJson(step);
        json.remove(ABOUT_THE_ENTRY);
        return CanonicalJson.write(json);
    }
}
