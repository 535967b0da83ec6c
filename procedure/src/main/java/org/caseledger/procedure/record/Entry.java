// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's history, as it lies under {@code step/<case>/<command>}.
 *
 * @param prev command of the entry before, null in the first
 * @param by authority id of the signer
 * @param at timestamp of the transaction, milliseconds, UTC
 * @param content what was recorded
 */
public record Entry(@Nullable CommandId prev, String by, Instant at, Content content) {

    public Entry {
        Forms.requireAuthority("by", by);
    }

    /** What an entry can carry. */
    public sealed interface Content {
        CommandId command();

        /** The word that the ledger uses for this kind. */
        String kind();
    }

    /** A step of the procedure, or the correction of one. */
    public record Step(StepRecord step) implements Content {
        @Override
        public CommandId command() {
            return step.command();
        }

        @Override
        public String kind() {
            return step.supersedes() == null ? "step" : "correction";
        }
    }

    /** An authority that takes a role in the case. */
    public record Party(CommandId command, String role, String authority) implements Content {
        public Party {
            Forms.requireCode("role", role);
            Forms.requireAuthority("authority", authority);
        }

        @Override
        public String kind() {
            return "party";
        }
    }

    /** A lapse that was written down: evidence, never input to a replay. */
    public record Lapse(CommandId command, String limit, int round, LocalDate end) implements Content {
        public Lapse {
            Forms.requireCode("limit", limit);
            Forms.requireNumber("round", round);
            Forms.requireDate("end", end);
        }

        @Override
        public String kind() {
            return "lapse";
        }
    }

    /** The case goes on under another version of its definition. */
    public record Adoption(CommandId command, String definition, String hash) implements Content {
        public Adoption {
            Forms.requireVersioned("definition", definition);
            Forms.requireHex256("hash", hash);
        }

        @Override
        public String kind() {
            return "adoption";
        }
    }

    /** The case is closed to every further entry. */
    public record Seal(CommandId command) implements Content {
        @Override
        public String kind() {
            return "seal";
        }
    }
}
