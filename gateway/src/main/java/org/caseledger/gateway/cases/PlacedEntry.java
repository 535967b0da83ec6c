// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import java.time.Instant;
import java.util.Optional;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordedStep;

/**
 * An entry and its place.
 *
 * @param position in the case, from 1
 * @param recordedAt highest time of a valid transaction up to its block
 * @param transaction place in the block, from 0
 */
public record PlacedEntry(int position, Instant recordedAt, long block, int transaction, Entry entry) {

    /** The entry as a step, if it is one. */
    Optional<RecordedStep> step() {
        return entry.content() instanceof Entry.Step step
                ? Optional.of(new RecordedStep(step.step(), entry.by(), recordedAt))
                : Optional.empty();
    }
}
