// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.feed;

/** Where the service stands with the ledger's news. Only {@link #CAUGHT_UP} lets it answer. */
public enum FeedState {
    /** The own gateway has not answered since the start. */
    NEVER_ANSWERED,
    /** News are being taken; the ledger is further than the service. */
    CATCHING_UP,
    /** Every change that the gateway knew of at least once since the start has been taken. */
    CAUGHT_UP,
    /** The gateway shows a ledger that is shorter than what was taken before. */
    LEDGER_TOO_SHORT
}
