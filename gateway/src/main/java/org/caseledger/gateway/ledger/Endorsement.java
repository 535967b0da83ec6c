// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

/** What came of asking the authorities to execute a transaction. */
public sealed interface Endorsement {

    /**
     * A majority executed it with the same result.
     *
     * @param transaction its id
     * @param envelope the prepared transaction, to be kept before it is submitted
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes on their way from the client to a table and back
    record Endorsed(String transaction, byte[] envelope) implements Endorsement {}

    /** The contract refuses it; the same answer comes however often it is asked. */
    record Refused(LedgerRefusal refusal) implements Endorsement {}

    /** The endorsers came to different results: one is behind. Worth asking again. */
    record Disagreement() implements Endorsement {}

    /** Not enough endorsers answered in time. Worth asking again. */
    record Unavailable() implements Endorsement {}
}
