// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.ledger.Endorsement;
import org.caseledger.procedure.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Keeps writes by their key. A settled row keeps neither argument nor envelope. */
public final class OperationStore {

    private static final String SELECT = "SELECT key, kind, fingerprint, docket, command, function, argument, stage,"
            + " transaction, envelope, outcome, problem FROM operation";

    /** Who read a row long ago must not write over what became of it since. */
    private static final String AS_READ =
            " WHERE key = $1 AND settled_at IS NULL AND transaction IS NOT DISTINCT FROM $2";

    private final Database database;
    private final Clock clock;

    public OperationStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a new operation; returns the one that has the key already, if there is one. */
    public Optional<Operation> begin(Operation operation) {
        int inserted = database.sql()
                .update(
                        "INSERT INTO operation (key, kind, fingerprint, docket, command, function, argument, stage,"
                                + " created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
                        operation.key(),
                        operation.kind().word(),
                        operation.fingerprint(),
                        operation.docket(),
                        operation.command(),
                        operation.function(),
                        text(operation.argument()),
                        operation.stage().word(),
                        clock.millis());
        return inserted == 1 ? Optional.empty() : find(operation.key());
    }

    public Optional<Operation> find(UUID key) {
        return database.sql().row(SELECT + " WHERE key = $1", key).map(OperationStore::operation);
    }

    /** Writes that are to be pursued, oldest first. */
    List<Operation> unsettled() {
        return database
                .sql()
                .rows(SELECT + " WHERE settled_at IS NULL AND function IS NOT NULL ORDER BY created_at")
                .stream()
                .map(OperationStore::operation)
                .toList();
    }

    /** Keeps stage, transaction and envelope; false when the write went on since {@code before} was read. */
    boolean advance(Operation before, Operation after) {
        var endorsed = after.endorsed();
        return database.sql()
                        .update(
                                "UPDATE operation SET stage = $3, transaction = $4, envelope = $5, outcome = NULL"
                                        + AS_READ,
                                after.key(),
                                transaction(before),
                                after.stage().word(),
                                transaction(after),
                                endorsed == null ? null : Buffer.buffer(endorsed.envelope()))
                == 1;
    }

    /** Keeps the end of a write; false when the write went on since {@code before} was read. */
    boolean settle(Operation before, Operation after) {
        return database.sql()
                        .update(
                                "UPDATE operation SET stage = $3, problem = $4, argument = NULL, envelope = NULL,"
                                        + " settled_at = $5" + AS_READ,
                                after.key(),
                                transaction(before),
                                after.stage().word(),
                                after.problem(),
                                clock.millis())
                == 1;
    }

    /** Says that a prepared write is to be pursued from now on; false when it was given up meanwhile. */
    public boolean accept(UUID key) {
        return database.sql()
                        .update("UPDATE operation SET stage = 'accepted' WHERE key = $1 AND stage = 'prepared'", key)
                == 1;
    }

    /** Keeps the argument of a prepared write, once it is complete. */
    public void complete(UUID key, ObjectNode argument) {
        database.sql()
                .update(
                        "UPDATE operation SET argument = $2 WHERE key = $1 AND stage = 'prepared'",
                        key,
                        text(argument));
    }

    /**
     * Gives up every prepared write. Its key is free again at once: who repeats the call begins anew, with ids of its own,
     * so that taking back what the old one prepared cannot touch the new one.
     */
    int abandon() {
        return database.sql()
                .update("UPDATE operation SET key = gen_random_uuid(), stage = 'abandoned'"
                        + " WHERE stage = 'prepared' AND function IS NOT NULL");
    }

    /** Forgets a write that was given up. */
    void forget(UUID key) {
        database.sql().update("DELETE FROM operation WHERE key = $1 AND stage = 'abandoned'", key);
    }

    /** Forgets every write about a case whose link was destroyed: its key would be a trace. */
    public void forgetDocket(String docket) {
        database.sql().update("DELETE FROM operation WHERE docket = $1 AND settled_at IS NOT NULL", docket);
    }

    /** Forgets what settled before that instant. */
    public int purge(Instant before) {
        return database.sql().update("DELETE FROM operation WHERE settled_at < $1", before.toEpochMilli());
    }

    private static Operation operation(Row row) {
        return new Operation(
                row.getUUID("key"),
                OperationKind.of(row.getString("kind")),
                row.getString("fingerprint"),
                row.getString("docket"),
                row.getString("command"),
                row.getString("function"),
                argument(row.getString("argument")),
                OperationStage.of(row.getString("stage")),
                endorsed(row),
                row.getString("outcome"),
                row.getString("problem"));
    }

    private static Endorsement.@Nullable Endorsed endorsed(Row row) {
        var envelope = row.getBuffer("envelope");
        return envelope == null ? null : new Endorsement.Endorsed(row.getString("transaction"), envelope.getBytes());
    }

    private static @Nullable String transaction(Operation operation) {
        var endorsed = operation.endorsed();
        return endorsed == null ? null : endorsed.transaction();
    }

    private static @Nullable ObjectNode argument(@Nullable String text) {
        return text == null ? null : (ObjectNode) CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(@Nullable ObjectNode argument) {
        return argument == null ? null : new String(CanonicalJson.write(argument), StandardCharsets.UTF_8);
    }
}
