// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.StateValue;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/** The keys and values of one docket, in one execution. */
final class CaseStore {

    static final int MOST_ENTRIES = 1_000;

    static final int MOST_HEADER_BYTES = 16 * 1024;

    private final Docket docket;
    private final Invocation invocation;

    CaseStore(Docket docket, Invocation invocation) {
        this.docket = docket;
        this.invocation = invocation;
    }

    void requireNew(CaseId id) {
        if (invocation.taken(docket.headerKey(id))) {
            throw new RefusedException(Refusal.CASE_EXISTS);
        }
    }

    CaseHeader require(CaseId id) {
        return StateValue.read(invocation, docket.headerKey(id), RecordCodec::readHeader)
                .orElseThrow(() -> new RefusedException(Refusal.CASE_UNKNOWN));
    }

    /** A case that takes one more entry. */
    CaseHeader requireOpen(CaseId id) {
        var header = require(id);
        if (header.sealed()) {
            throw new RefusedException(Refusal.CASE_SEALED);
        }
        if (header.count() >= MOST_ENTRIES) {
            throw new RefusedException(Refusal.CASE_FULL);
        }
        return header;
    }

    boolean holds(CaseId id, CommandId command) {
        return invocation.read(docket.entryKey(id, command)).isPresent();
    }

    /** Every entry in order of arrival, by the pointers to the one before. */
    List<Entry> entries(CaseHeader header) {
        var entries = new ArrayList<Entry>(header.count());
        var command = header.last();
        while (entries.size() < header.count()) {
            var entry = entry(header.id(), command);
            entries.add(entry);
            var prev = entry.prev();
            if (prev == null) {
                break;
            }
            command = prev;
        }
        Collections.reverse(entries);
        return entries;
    }

    /** Writes an entry, its command id and the header that follows from it. */
    void append(CaseHeader next, @Nullable CommandId prev, String by, Entry.Content content) {
        var command = content.command();
        var entryKey = docket.entryKey(next.id(), command);
        claim(command, entryKey);
        invocation.write(entryKey, RecordCodec.toJson(new Entry(prev, by, invocation.at(), content)));
        var header = CanonicalJson.write(RecordCodec.toJson(next));
        if (header.length > MOST_HEADER_BYTES) {
            throw new RefusedException(Refusal.HEADER_TOO_LARGE);
        }
        invocation.write(docket.headerKey(next.id()), header);
        invocation.announce(docket.headerKey(next.id()), command, content.kind());
    }

    private void claim(CommandId command, String entryKey) {
        var key = "command/" + command;
        if (invocation.taken(key)) {
            throw new RefusedException(Refusal.COMMAND_USED);
        }
        invocation.write(key, JsonNodeFactory.instance.objectNode().put("v", 1).put("key", entryKey));
    }

    private Entry entry(CaseId id, CommandId command) {
        return StateValue.read(invocation, docket.entryKey(id, command), RecordCodec::readEntry)
                .orElseThrow(() -> new RefusedException(Refusal.STATE_UNREADABLE));
    }
}
