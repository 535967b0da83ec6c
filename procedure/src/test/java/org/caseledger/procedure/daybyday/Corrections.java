// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.Random;
import java.util.TreeMap;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** Entries that are added to random cases. */
final class Corrections {

    private Corrections() {}

    /** The step again so many days later, in place of the entry that is corrected. */
    static RecordedStep of(RecordedStep step, RecordedStep corrected, CommandId command, int days) {
        var record = step.record();
        var at = record.occurredAt();
        var until = record.until();
        return new RecordedStep(
                new StepRecord(
                        command,
                        record.step(),
                        record.role(),
                        record.occurredOn().plusDays(days),
                        at == null ? null : at.plusDays(days),
                        record.ordinal(),
                        until == null ? null : until.plusDays(days),
                        record.round(),
                        record.attributes(),
                        record.annuls(),
                        null,
                        corrected.record().command(),
                        false,
                        "wrong-date",
                        record.irregularity()),
                step.authority(),
                step.recordedAt());
    }

    /** Something of which no rule speaks, up to a week after a step. */
    static RecordedStep aside(RecordedStep step, int number, Random random) {
        var day = step.record().occurredOn().plusDays(random.nextInt(8));
        var command = new CommandId("e".repeat(31) + number);
        return new RecordedStep(
                StepRecord.of(command, "aside", "owner", day, new TreeMap<>()), "BG-DUBLIN", step.recordedAt());
    }
}
