// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The one codec between records and their JSON (decision 0001). Reading is strict: an unknown, duplicate, missing or
 * malformed field is a {@link MalformedRecordException}.
 */
public final class RecordCodec {

    private RecordCodec() {}

    public static ObjectNode toJson(StepRecord step) {
        throw new UnsupportedOperationException();
    }

    public static StepRecord readStep(JsonNode json) {
        throw new UnsupportedOperationException();
    }

    public static ObjectNode toJson(Entry entry) {
        throw new UnsupportedOperationException();
    }

    public static Entry readEntry(JsonNode json) {
        throw new UnsupportedOperationException();
    }

    public static ObjectNode toJson(CaseHeader header) {
        throw new UnsupportedOperationException();
    }

    public static CaseHeader readHeader(JsonNode json) {
        throw new UnsupportedOperationException();
    }

    public static ObjectNode toJson(Roles roles) {
        throw new UnsupportedOperationException();
    }

    public static Roles readRoles(JsonNode json) {
        throw new UnsupportedOperationException();
    }
}
