// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step as an authority records it (decision 0001): closed vocabulary, dates, periods and commitments only.
 *
 * @param command id of this entry
 * @param step step of the definition
 * @param role role as which the authority records it
 * @param occurredOn date in the acting State
 * @param occurredAt instant with offset, where the law counts hours; its date is {@code occurredOn}
 * @param ordinal place among the steps of the same day, from 1, or null
 * @param until last day of a fact that covers a period, or null
 * @param round number of the round that the step belongs to, from 1, or null for the newest
 * @param attributes attribute name to value: a code, a date, a period or a commitment
 * @param annuls the step that a ruling annuls, or null
 * @param contests the fact that this one contests, or null
 * @param supersedes the entry that this one corrects, or null
 * @param withdrawal whether the superseded entry is taken back without replacement
 * @param reason code of the reason of a correction; present exactly if {@code supersedes} is
 * @param irregularity code by which the recorder says that the law forbade the step then, or null
 */
public record StepRecord(
        CommandId command,
        String step,
        String role,
        LocalDate occurredOn,
        @Nullable OffsetDateTime occurredAt,
        @Nullable Integer ordinal,
        @Nullable LocalDate until,
        @Nullable Integer round,
        SortedMap<String, String> attributes,
        @Nullable CommandId annuls,
        @Nullable CommandId contests,
        @Nullable CommandId supersedes,
        boolean withdrawal,
        @Nullable String reason,
        @Nullable String irregularity) {

    public StepRecord {
        Forms.requireCode("step", step);
        Forms.requireCode("role", role);
        Forms.requireDate("occurredOn", occurredOn);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        attributes.keySet().forEach(name -> Forms.requireCode("attributes", name));
        if (occurredAt != null && !occurredAt.toLocalDate().equals(occurredOn)) {
            throw new MalformedRecordException("occurredAt", "is not on the day of occurredOn");
        }
        if (until != null && Forms.requireDate("until", until).isBefore(occurredOn)) {
            throw new MalformedRecordException("until", "is before occurredOn");
        }
        requirePositive("ordinal", ordinal);
        requirePositive("round", round);
        if ((supersedes == null) != (reason == null)) {
            throw new MalformedRecordException("reason", "belongs to a correction, and a correction needs one");
        }
        if (withdrawal && supersedes == null) {
            throw new MalformedRecordException("withdrawal", "needs the entry that it supersedes");
        }
        if (reason != null) {
            Forms.requireCode("reason", reason);
        }
        if (irregularity != null) {
            Forms.requireCode("irregularity", irregularity);
        }
    }

    /** A plain step with nothing but its required fields. */
    public static StepRecord of(
            CommandId command, String step, String role, LocalDate occurredOn, Map<String, String> attributes) {
        return new StepRecord(
                command,
                step,
                role,
                occurredOn,
                null,
                null,
                null,
                null,
                new TreeMap<>(attributes),
                null,
                null,
                null,
                false,
                null,
                null);
    }

    /** A step like this one but for what is then set. */
    public StepChange change() {
        return new StepChange(this);
    }

    private static void requirePositive(String field, @Nullable Integer number) {
        if (number != null) {
            Forms.requireNumber(field, number);
        }
    }
}
