// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.TransactionView;
import org.caseledger.ledger.block.WriteView;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordCodec;

/** Collects the rows of one block, write by write, by the keys of decision 0001. */
final class RowCollector {

    private static final int ENTRIES_A_BLOCK = 24;

    private final long block;
    private final long recordedAt;
    private final Map<String, ProjectedBlock.Docket> dockets = new LinkedHashMap<>();
    private final List<ProjectedBlock.EntryRow> entries = new ArrayList<>();
    private final List<ProjectedBlock.PartyRow> parties = new ArrayList<>();
    private final Map<String, ProjectedBlock.Governed> governed = new LinkedHashMap<>();
    private final List<ProjectedBlock.Batch> batches = new ArrayList<>();
    private final List<ProjectedBlock.Change> changes = new ArrayList<>();
    private long seq;

    RowCollector(long block, long recordedAt) {
        this.block = block;
        this.recordedAt = recordedAt;
        this.seq = block << ENTRIES_A_BLOCK;
    }

    void add(TransactionView transaction, List<WriteView> writes) {
        var headers = new LinkedHashMap<String, CaseHeader>();
        for (var write : writes) {
            if (!write.delete()) {
                header(write, headers);
            }
        }
        for (var write : writes) {
            if (!write.delete()) {
                value(transaction, write, headers);
            }
        }
    }

    ProjectedBlock toBlock(BlockView view, List<TransactionOutcome> outcomes) {
        return new ProjectedBlock(
                block,
                view.previousHash(),
                view.headerHash(),
                recordedAt,
                List.copyOf(dockets.values()),
                entries,
                parties,
                List.copyOf(governed.values()),
                batches,
                changes,
                outcomes);
    }

    private void header(WriteView write, Map<String, CaseHeader> headers) {
        for (var kind : Kind.values()) {
            if (write.key().startsWith(kind.word() + "/")) {
                var header = RecordCodec.readHeader(json(write.value()));
                headers.put(write.key(), header);
                dockets.put(
                        write.key(),
                        new ProjectedBlock.Docket(
                                kind,
                                header.id().value(),
                                write.value().toStringUtf8(),
                                header.count(),
                                header.sealed()));
            }
        }
    }

    private void value(TransactionView transaction, WriteView write, Map<String, CaseHeader> headers) {
        var parts = write.key().split("/", -1);
        switch (parts[0]) {
            case "step" -> entry(transaction, Kind.CASE, parts, write, headers);
            case "request-step" -> entry(transaction, Kind.REQUEST, parts, write, headers);
            case "procedure", "calendar", "participants" ->
                governed.put(
                        write.key(),
                        new ProjectedBlock.Governed(write.key(), write.value().toStringUtf8()));
            case "tombstones" -> batch(transaction, parts[1], write);
            default -> {}
        }
    }

    private void entry(
            TransactionView transaction, Kind kind, String[] key, WriteView write, Map<String, CaseHeader> headers) {
        var header = headers.get(kind.word() + "/" + key[1]);
        if (header == null || !header.last().value().equals(key[2])) {
            throw new DamagedBlockException(block, "an entry without its header");
        }
        entries.add(new ProjectedBlock.EntryRow(
                kind,
                key[1],
                header.count(),
                key[2],
                transaction.index(),
                write.value().toStringUtf8()));
        tell(kind, header, RecordCodec.readEntry(json(write.value())));
    }

    private void tell(Kind kind, CaseHeader header, Entry entry) {
        if (header.count() == 1) {
            header.roles()
                    .members()
                    .forEach((role, holders) ->
                            holders.forEach(holder -> bound(kind, header, role, holder, header.openedBy())));
        }
        if (entry.content() instanceof Entry.Party party) {
            bound(kind, header, party.role(), party.authority(), entry.by());
        } else if (entry.content() instanceof Entry.Seal && kind == Kind.CASE) {
            var day = Instant.ofEpochMilli(recordedAt).atOffset(ZoneOffset.UTC).toLocalDate();
            change("sealed", id(kind, header).put("on", day.toString()));
        }
    }

    private void bound(Kind kind, CaseHeader header, String role, String authority, String by) {
        parties.add(new ProjectedBlock.PartyRow(kind, header.id().value(), role, authority, by, seq));
        change(
                kind.change(),
                id(kind, header).put("role", role).put("authority", authority).put("by", by));
    }

    private void batch(TransactionView transaction, String batch, WriteView write) {
        batches.add(new ProjectedBlock.Batch(batch, transaction.creatorMspId(), transaction.index()));
        var payload = JsonNodeFactory.instance.objectNode();
        payload.set("values", json(write.value()).path("values"));
        change("tombstones", payload);
    }

    private void change(String kind, ObjectNode payload) {
        changes.add(new ProjectedBlock.Change(seq++, kind, payload.toString()));
    }

    private static ObjectNode id(Kind kind, CaseHeader header) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(kind.word() + "Id", header.id().value());
    }

    private static JsonNode json(ByteString value) {
        return CanonicalJson.read(value.toByteArray());
    }
}
