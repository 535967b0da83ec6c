// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * A known point that a period is counted from.
 *
 * @param name how the definition calls it
 * @param command the entry that recorded it, or null for a lapse or the end of a limit
 * @param at the instant, where there is one
 */
record Anchored(
        String name,
        @Nullable CommandId command,
        LocalDate on,
        @Nullable OffsetDateTime at) {

    static Anchored of(String name, Occurrence occurrence) {
        return new Anchored(name, occurrence.command(), occurrence.on(), occurrence.at());
    }
}
