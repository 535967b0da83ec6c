// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import java.util.Locale;
import java.util.Optional;

/** What a caller waits for. */
public enum Until {
    ACCEPTED,
    ENDORSED,
    COMMITTED;

    /** From the parameter's word; committed where there is none. */
    public static Until of(Optional<String> word) {
        return word.map(text -> valueOf(text.toUpperCase(Locale.ROOT))).orElse(COMMITTED);
    }
}
