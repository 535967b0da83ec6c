// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import java.util.Locale;

/** Why file numbers are shown; the last two are served under a restriction too. */
public enum Purpose {
    CASEWORK,
    DEADLINE,
    DATA_PROTECTION;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
