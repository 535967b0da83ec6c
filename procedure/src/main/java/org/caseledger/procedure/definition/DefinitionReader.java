// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a definition from YAML (library) or canonical JSON (ledger) and checks it. */
public final class DefinitionReader {

    private DefinitionReader() {}

    /** Reads the ledger's form. */
    public static Definition read(JsonNode content) {
        throw new UnsupportedOperationException();
    }
}
