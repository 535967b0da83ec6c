// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.caseledger.gateway.ledger.Endorsement;
import org.jspecify.annotations.Nullable;

/**
 * One write by its Idempotency-Key.
 *
 * @param key the caller's
 * @param kind what it does
 * @param fingerprint SHA-256 over what was asked, without file number and handle
 * @param docket id of the case or request, or empty
 * @param command id of the entry that it writes, or null where it writes none
 * @param function contract and function, or null where nothing is written to the ledger
 * @param argument of the function; null once settled
 * @param endorsed transaction and envelope, or null before it was endorsed
 * @param outcome validation code of the transaction from its block, or null
 * @param problem why it was refused for good, rendered, or null
 */
public record Operation(
        UUID key,
        OperationKind kind,
        String fingerprint,
        String docket,
        @Nullable String command,
        @Nullable String function,
        @Nullable ObjectNode argument,
        OperationStage stage,
        Endorsement.@Nullable Endorsed endorsed,
        @Nullable String outcome,
        @Nullable String problem) {

    /** A new write to the ledger. */
    public static Operation ledger(
            UUID key,
            OperationKind kind,
            String fingerprint,
            String docket,
            @Nullable String command,
            String function,
            ObjectNode argument) {
        return new Operation(
                key, kind, fingerprint, docket, command, function, argument, OperationStage.PREPARED, null, null, null);
    }

    public Operation at(OperationStage next) {
        return new Operation(
                key, kind, fingerprint, docket, command, function, argument, next, endorsed, outcome, problem);
    }

    public Operation endorsedBy(Endorsement.@Nullable Endorsed next) {
        var reached = next == null ? OperationStage.ACCEPTED : OperationStage.ENDORSED;
        return new Operation(key, kind, fingerprint, docket, command, function, argument, reached, next, null, problem);
    }

    /** The same with its argument complete. */
    public Operation with(ObjectNode complete) {
        return new Operation(
                key, kind, fingerprint, docket, command, function, complete, stage, endorsed, outcome, problem);
    }

    Operation refused(String why) {
        return new Operation(
                key, kind, fingerprint, docket, command, function, null, OperationStage.REFUSED, null, outcome, why);
    }

    boolean settled() {
        return stage == OperationStage.COMMITTED || stage == OperationStage.REFUSED;
    }
}
