// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the read model stands.
 *
 * @param genesis hash of block 0's header, hex, or null before it was read
 * @param height blocks in the read model
 * @param recordedUpTo milliseconds since 1970, UTC; 0 before block 0
 * @param problem what to do where it does not follow
 */
public record ProjectionState(
        Phase phase,
        @Nullable String genesis,
        long height,
        long recordedUpTo,
        @Nullable String problem) {

    /** What the follower is doing. */
    public enum Phase {
        STARTING,
        FOLLOWING,
        DISCONNECTED,
        DATABASE_UNAVAILABLE,
        FOREIGN_LEDGER,
        DAMAGED;

        /** The word outside. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final ProjectionState INITIAL = new ProjectionState(Phase.STARTING, null, 0, 0, null);

    /** The same height in another phase. */
    public ProjectionState in(Phase next, @Nullable String why) {
        return new ProjectionState(next, genesis, height, recordedUpTo, why);
    }
}
