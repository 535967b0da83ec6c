// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a calendar from YAML (library) or canonical JSON (ledger) and checks it. */
public final class CalendarReader {

    private CalendarReader() {}

    /** Reads the ledger's form. */
    public static Calendar read(JsonNode content) {
        throw new UnsupportedOperationException();
    }
}
