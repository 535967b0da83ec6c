// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.problem;

import java.util.Locale;

/** How far a call came. */
public enum Stage {
    /** It was not understood or not allowed; nothing happened. */
    REQUEST,
    /** Between file number, handle and case. */
    LINK,
    /** The authorities executed it, or would not. */
    ENDORSE,
    /** It was handed to ordering. */
    ORDER,
    /** It came out of a block. */
    COMMIT,
    /** Reading what the ledger holds. */
    READ;

    /** The word in a problem. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
