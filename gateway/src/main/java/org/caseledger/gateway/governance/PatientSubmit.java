// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.governance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.caseledger.gateway.ledger.Endorsement;
import org.caseledger.gateway.ledger.LedgerClient;
import org.caseledger.gateway.ledger.LedgerUnavailableException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Submits until it is settled. Approvals of several authorities write one key, so conflicts are usual; what another
 * call did meanwhile counts as done.
 */
final class PatientSubmit {

    private static final int ATTEMPTS = 20;
    private static final Duration COMMIT = Duration.ofSeconds(15);
    private static final Set<String> DONE = Set.of("ALREADY_PROPOSED", "ALREADY_APPROVED", "ALREADY_ACTIVE");

    private final LedgerClient ledger;

    PatientSubmit(LedgerClient ledger) {
        this.ledger = ledger;
    }

    void submit(String function, ObjectNode argument) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (settled(function, ledger.endorse(function, argument))) {
                return;
            }
            pause(attempt);
        }
        throw new GovernanceException(
                "LEDGER_UNAVAILABLE",
                "The ledger did not take " + function + ". Check that its peers are up, then repeat.");
    }

    private boolean settled(String function, Endorsement endorsement) {
        if (endorsement instanceof Endorsement.Endorsed endorsed) {
            return committed(endorsed);
        }
        if (endorsement instanceof Endorsement.Refused refused) {
            if (DONE.contains(refused.refusal().code())) {
                return true;
            }
            throw new GovernanceException(
                    refused.refusal().code(),
                    "The ledger refuses " + function + " with "
                            + refused.refusal().code() + "; see docs/refusals.md.");
        }
        return false;
    }

    private boolean committed(Endorsement.Endorsed endorsed) {
        try {
            ledger.submit(endorsed.envelope());
            return ledger.status(endorsed.transaction(), COMMIT)
                    .filter(TxValidationCode.VALID::equals)
                    .isPresent();
        } catch (LedgerUnavailableException lost) {
            return false;
        }
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(50L * attempt, 500));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GovernanceException("LEDGER_UNAVAILABLE", "Interrupted while waiting for the ledger; repeat.");
        }
    }
}
