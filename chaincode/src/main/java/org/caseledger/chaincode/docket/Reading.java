// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.procedure.record.RecordCodec;

/** Shows what the ledger holds of a case. */
public final class Reading {

    private final Docket docket;

    public Reading(Docket docket) {
        this.docket = docket;
    }

    /** {@code {case}} to the header. */
    public JsonNode read(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField()).caseId(docket.idField());
        return RecordCodec.toJson(new CaseStore(docket, invocation).require(id));
    }

    /** {@code {case}} to {@code {header, entries}}, the entries in order of arrival. */
    public JsonNode history(Invocation invocation, Argument argument) {
        var id = argument.versioned(docket.idField()).caseId(docket.idField());
        var store = new CaseStore(docket, invocation);
        var header = store.require(id);
        var history = JsonNodeFactory.instance.objectNode();
        history.set("header", RecordCodec.toJson(header));
        var entries = history.putArray("entries");
        store.entries(header).forEach(entry -> entries.add(RecordCodec.toJson(entry)));
        return history;
    }
}
