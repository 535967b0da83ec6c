// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

/** The peer serves another ledger than the one that the read model was made from. */
final class ForeignLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignLedgerException() {
        super("The read model was made from a ledger with another block 0. Point ledger.endpoint to the right peer, or"
                + " database.url to an empty database.");
    }
}
