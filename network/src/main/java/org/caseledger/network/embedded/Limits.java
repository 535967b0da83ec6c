// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.time.Duration;

/**
 * Bounds of the embedded ledger.
 *
 * @param blockTransactions most transactions in a block
 * @param blockBytes most bytes of transactions in a block; a single larger one is refused
 * @param queue most transactions that wait for ordering; beyond it a submit is refused as unavailable
 * @param requests most calls in progress at one peer; beyond it a call is refused as exhausted
 * @param proposalWindow how far a proposal's timestamp may lie from now at endorsement
 * @param execution most time that a chaincode may take for one proposal
 */
public record Limits(
        int blockTransactions, int blockBytes, int queue, int requests, Duration proposalWindow, Duration execution) {

    /** 500 transactions or 10 MiB a block, 10,000 waiting, 1,000 calls, 15 minutes, 30 seconds. */
    public static final Limits DEFAULT =
            new Limits(500, 10 * 1024 * 1024, 10_000, 1_000, Duration.ofMinutes(15), Duration.ofSeconds(30));
}
