// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import java.util.Locale;

/** How far a write came. */
public enum OperationStage {
    /** Known by its key; what comes before the ledger (a link, say) is not done, and a kill gives it up. */
    PREPARED,
    /** Given up after a kill, without its key; kept until its link is taken back. */
    ABANDONED,
    /** Written down: it is pursued, after a kill too. */
    ACCEPTED,
    /** Executed and signed by a majority; the envelope is kept. */
    ENDORSED,
    /** In a block, valid. */
    COMMITTED,
    /** Refused for good. */
    REFUSED;

    /** The word in tables and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OperationStage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
