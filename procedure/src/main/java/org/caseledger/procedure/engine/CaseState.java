// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The marking of a case in every world, as the case header keeps it. Opaque outside the engine. */
public interface CaseState {

    /** The form in the case header. */
    ObjectNode toJson();
}
