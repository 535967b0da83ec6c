// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.governance;

import org.caseledger.procedure.record.Forms;

/**
 * A member of the ledger.
 *
 * @param authority its id, which is its MSP id
 * @param country ISO 3166 code of its State
 */
public record Participant(String authority, String country) {
    public Participant {
        Forms.requireAuthority("authority", authority);
    }
}
