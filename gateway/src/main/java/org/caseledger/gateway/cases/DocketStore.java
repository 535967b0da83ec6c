// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.RecordCodec;

/** Reads cases and requests from the read model. */
public final class DocketStore {

    private final Database database;

    public DocketStore(Database database) {
        this.database = database;
    }

    /** A party of a case that is not us, or us: who bound it to which role. */
    public record Bound(String id, String role, String by, long seq) {}

    public Optional<CaseHeader> header(Kind kind, String id) {
        return database.sql()
                .row("SELECT header FROM docket WHERE kind = $1 AND id = $2", kind.word(), id)
                .map(row -> header(row.getString(0)));
    }

    /** Headers by id; an unknown id is absent. */
    public Map<String, CaseHeader> headers(Kind kind, Collection<String> ids) {
        return database
                .sql()
                .rows(
                        "SELECT header FROM docket WHERE kind = $1 AND id = ANY ($2)",
                        kind.word(),
                        ids.toArray(String[]::new))
                .stream()
                .map(row -> header(row.getString(0)))
                .collect(Collectors.toMap(header -> header.id().value(), header -> header));
    }

    public Optional<Docket> read(Kind kind, String id) {
        return header(kind, id).map(header -> new Docket(kind, header, upTo(kind, id, header.count())));
    }

    /** The entry number that a command got; empty while it is not in the read model. */
    public Optional<PlacedEntry> entry(String command) {
        return database.sql().row(SELECT_ENTRY + " WHERE command = $1", command).map(DocketStore::entry);
    }

    /** Roles that an authority holds in cases that are not sealed, in the order in which it was bound. */
    public List<Bound> boundTo(Kind kind, String authority) {
        return database
                .sql()
                .rows(
                        "SELECT party.id, role, bound_by, seq FROM party JOIN docket USING (kind, id)"
                                + " WHERE authority = $1 AND kind = $2 AND NOT sealed ORDER BY seq",
                        authority,
                        kind.word())
                .stream()
                .map(row -> new Bound(row.getString(0), row.getString(1), row.getString(2), row.getLong(3)))
                .toList();
    }

    /** When the block of a change was recorded. */
    public Instant recordedAt(long seq) {
        return database.sql()
                .row("SELECT recorded_at FROM entry WHERE block = $1 ORDER BY recorded_at LIMIT 1", seq >> 24)
                .map(row -> Instant.ofEpochMilli(row.getLong(0)))
                .orElse(Instant.EPOCH);
    }

    private List<PlacedEntry> upTo(Kind kind, String id, int count) {
        return database
                .sql()
                .rows(
                        SELECT_ENTRY + " WHERE kind = $1 AND id = $2 AND position <= $3 ORDER BY position",
                        kind.word(),
                        id,
                        count)
                .stream()
                .map(DocketStore::entry)
                .toList();
    }

    private static final String SELECT_ENTRY = "SELECT position, recorded_at, block, transaction, content FROM entry";

    private static PlacedEntry entry(Row row) {
        return new PlacedEntry(
                row.getInteger(0),
                Instant.ofEpochMilli(row.getLong(1)),
                row.getLong(2),
                row.getInteger(3),
                RecordCodec.readEntry(CanonicalJson.read(row.getString(4).getBytes(StandardCharsets.UTF_8))));
    }

    private static CaseHeader header(String text) {
        return RecordCodec.readHeader(CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }
}
