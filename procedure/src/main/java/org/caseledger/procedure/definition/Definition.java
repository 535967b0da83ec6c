// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.caseledger.procedure.record.Pin;

/** A procedure as data: steps, order, limits, readings. Grows in this module; others use these members. */
public interface Definition {

    /** {@code name@version} and hash of the canonical JSON. */
    Pin pin();

    /** The role that opens a case. */
    String openingRole();

    /** The canonical JSON that is proposed to the ledger: without prose. */
    JsonNode content();
}
