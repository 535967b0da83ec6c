// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A step like another but for the fields that are set; fifteen arguments in a row are nobody's to keep apart. */
public final class StepChange {

    private final StepRecord from;
    private CommandId command;
    private @Nullable OffsetDateTime occurredAt;
    private @Nullable Integer ordinal;
    private @Nullable LocalDate until;
    private @Nullable Integer round;
    private SortedMap<String, String> attributes;
    private @Nullable CommandId annuls;
    private @Nullable CommandId contests;
    private @Nullable CommandId supersedes;
    private boolean withdrawal;
    private @Nullable String reason;
    private @Nullable String irregularity;

    StepChange(StepRecord from) {
        this.from = from;
        this.command = from.command();
        this.occurredAt = from.occurredAt();
        this.ordinal = from.ordinal();
        this.until = from.until();
        this.round = from.round();
        this.attributes = from.attributes();
        this.annuls = from.annuls();
        this.contests = from.contests();
        this.supersedes = from.supersedes();
        this.withdrawal = from.withdrawal();
        this.reason = from.reason();
        this.irregularity = from.irregularity();
    }

    public StepChange command(CommandId value) {
        command = value;
        return this;
    }

    /** An instant, on the step's own day. */
    public StepChange occurredAt(@Nullable OffsetDateTime value) {
        occurredAt = value;
        return this;
    }

    public StepChange ordinal(@Nullable Integer value) {
        ordinal = value;
        return this;
    }

    public StepChange until(@Nullable LocalDate value) {
        until = value;
        return this;
    }

    public StepChange round(@Nullable Integer value) {
        round = value;
        return this;
    }

    public StepChange attributes(Map<String, String> value) {
        attributes = new TreeMap<>(value);
        return this;
    }

    public StepChange annuls(@Nullable CommandId value) {
        annuls = value;
        return this;
    }

    public StepChange contests(@Nullable CommandId value) {
        contests = value;
        return this;
    }

    /** An entry that it corrects, and the code of the reason. */
    public StepChange corrects(@Nullable CommandId value, @Nullable String why) {
        supersedes = value;
        reason = why;
        return this;
    }

    /** Whether the superseded entry is taken back without replacement. */
    public StepChange withdrawal(boolean value) {
        withdrawal = value;
        return this;
    }

    public StepChange irregularity(@Nullable String value) {
        irregularity = value;
        return this;
    }

    /**
     * The changed step.
     *
     * @throws MalformedRecordException if its fields do not fit together
     */
    public StepRecord done() {
        return new StepRecord(
                command,
                from.step(),
                from.role(),
                from.occurredOn(),
                occurredAt,
                ordinal,
                until,
                round,
                attributes,
                annuls,
                contests,
                supersedes,
                withdrawal,
                reason,
                irregularity);
    }
}
