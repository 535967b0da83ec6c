// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import com.google.protobuf.ByteString;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.database.Sql;

/** Writes the read model: one block, one transaction. */
final class ProjectionStore {

    private final Database database;
    private final String channel;

    ProjectionStore(Database database, String channel) {
        this.database = database;
        this.channel = channel;
    }

    Optional<Checkpoint> checkpoint() {
        return database.sql()
                .row(
                        "SELECT genesis, next_block, header_hash, recorded_up_to FROM checkpoint WHERE channel = $1",
                        channel)
                .map(row -> new Checkpoint(
                        ByteString.copyFrom(row.getBuffer(0).getBytes()),
                        row.getLong(1),
                        ByteString.copyFrom(row.getBuffer(2).getBytes()),
                        row.getLong(3)));
    }

    void apply(ProjectedBlock block) {
        database.inTransaction(sql -> {
            advance(sql, block);
            dockets(sql, block);
            governed(sql, block);
            changes(sql, block);
            outcomes(sql, block);
            return block;
        });
    }

    /** Empties the read model, so that it is made again from block 0. Operations stay. */
    void clear() {
        database.inTransaction(
                sql -> sql.update("TRUNCATE checkpoint, docket, entry, party, governance, tombstone_batch, change"));
    }

    private void advance(Sql sql, ProjectedBlock block) {
        var hash = Buffer.buffer(block.hash().toByteArray());
        int advanced = block.number() == 0
                ? sql.update(
                        "INSERT INTO checkpoint VALUES ($1, $2, 1, $2, $3) ON CONFLICT DO NOTHING",
                        channel,
                        hash,
                        block.recordedUpTo())
                : sql.update(
                        "UPDATE checkpoint SET next_block = $2 + 1, header_hash = $3, recorded_up_to = $4"
                                + " WHERE channel = $1 AND next_block = $2 AND header_hash = $5",
                        channel,
                        block.number(),
                        hash,
                        block.recordedUpTo(),
                        Buffer.buffer(block.previous().toByteArray()));
        if (advanced != 1) {
            throw new DamagedBlockException(block.number(), "a header that does not follow the block before it");
        }
    }

    private static void dockets(Sql sql, ProjectedBlock block) {
        sql.batch(
                "INSERT INTO docket VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (kind, id) DO UPDATE SET"
                        + " header = excluded.header, entries = excluded.entries, sealed = excluded.sealed",
                block.dockets().stream()
                        .map(docket -> Tuple.of(
                                docket.kind().word(),
                                docket.id(),
                                docket.header(),
                                docket.entries(),
                                docket.sealed(),
                                block.number()))
                        .toList());
        sql.batch(
                "INSERT INTO entry VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                block.entries().stream()
                        .map(entry -> Tuple.from(new Object[] {
                            entry.kind().word(),
                            entry.id(),
                            entry.position(),
                            entry.command(),
                            block.recordedUpTo(),
                            block.number(),
                            entry.transaction(),
                            entry.content()
                        }))
                        .toList());
        sql.batch(
                "INSERT INTO party VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                block.parties().stream()
                        .map(party -> Tuple.of(
                                party.kind().word(),
                                party.id(),
                                party.role(),
                                party.authority(),
                                party.by(),
                                party.seq()))
                        .toList());
    }

    private static void governed(Sql sql, ProjectedBlock block) {
        sql.batch(
                "INSERT INTO governance VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                block.governed().stream()
                        .map(governed -> Tuple.of(governed.key(), governed.value()))
                        .toList());
    }

    private static void changes(Sql sql, ProjectedBlock block) {
        sql.batch(
                "INSERT INTO tombstone_batch VALUES ($1, $2, $3, $4)",
                block.batches().stream()
                        .map(batch -> Tuple.of(batch.batch(), batch.by(), block.number(), batch.transaction()))
                        .toList());
        sql.batch(
                "INSERT INTO change VALUES ($1, $2, $3)",
                block.changes().stream()
                        .map(change -> Tuple.of(change.seq(), change.kind(), change.payload()))
                        .toList());
    }

    private static void outcomes(Sql sql, ProjectedBlock block) {
        sql.batch(
                "UPDATE operation SET outcome = $2 WHERE transaction = $1 AND outcome IS NULL",
                block.outcomes().stream()
                        .map(outcome -> Tuple.of(outcome.transaction(), outcome.code()))
                        .toList());
    }
}
