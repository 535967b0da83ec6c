// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import java.time.Instant;

/**
 * A step with what the ledger says about it.
 *
 * @param record the step
 * @param authority authority id of the signer
 * @param recordedAt highest transaction timestamp seen up to the step's block
 */
public record RecordedStep(StepRecord record, String authority, Instant recordedAt) {

    public RecordedStep {
        Forms.requireAuthority("authority", authority);
    }
}
