// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Statements over the pool or over one transaction. Blocks its thread, with a deadline; never call on an event loop. */
public final class Sql {

    private static final int SECONDS = 15;

    private final SqlClient client;

    Sql(SqlClient client) {
        this.client = client;
    }

    /** All rows of a query. */
    public List<Row> rows(String sql, @Nullable Object... parameters) {
        var rows = new ArrayList<Row>();
        run(sql, parameters).forEach(rows::add);
        return rows;
    }

    /** The only row of a query, if there is one. */
    public Optional<Row> row(String sql, @Nullable Object... parameters) {
        var rows = run(sql, parameters).iterator();
        return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    /** Number of rows that a statement changed. */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters).rowCount();
    }

    /** One statement for many rows in one exchange. */
    public void batch(String sql, List<Tuple> rows) {
        if (!rows.isEmpty()) {
            await(client.preparedQuery(sql).executeBatch(rows));
        }
    }

    private RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return await(client.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException(interrupted);
        } catch (TimeoutException late) {
            throw new DatabaseUnavailableException(late);
        } catch (ExecutionException failed) {
            throw translate(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private static RuntimeException translate(Throwable cause) {
        if (cause instanceof PgException fault && !meansGone(fault.getSqlState())) {
            return new IllegalStateException(
                    "The database refused a statement with SQL state " + fault.getSqlState(), fault);
        }
        return cause instanceof RuntimeException fault && !(cause instanceof PgException) && isOurs(fault)
                ? fault
                : new DatabaseUnavailableException(cause);
    }

    /** Classes 08 (connection), 53 (resources), 57 (shutdown) and 28 (not let in) of PostgreSQL's error codes. */
    private static boolean meansGone(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("28"));
    }

    private static boolean isOurs(RuntimeException fault) {
        return fault instanceof IllegalArgumentException || fault instanceof NullPointerException;
    }
}
