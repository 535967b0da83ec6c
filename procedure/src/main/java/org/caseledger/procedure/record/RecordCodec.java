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
        return StepCodec.toJson(step);
    }

    public static StepRecord readStep(JsonNode json) {
        return StepCodec.read(json);
    }

    public static ObjectNode toJson(Entry entry) {
        return EntryCodec.toJson(entry);
    }

    public static Entry readEntry(JsonNode json) {
        return EntryCodec.read(json);
    }

    public static ObjectNode toJson(CaseHeader header) {
        return HeaderCodec.toJson(header);
    }

    public static CaseHeader readHeader(JsonNode json) {
        return HeaderCodec.read(json);
    }

    public static ObjectNode toJson(Roles roles) {
        return HeaderCodec.toJson(roles);
    }

    public static Roles readRoles(JsonNode json) {
        return HeaderCodec.readRoles(json);
    }
}
