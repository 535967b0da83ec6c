// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Transaction;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.caseledger.gateway.GatewayOptions;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A pool of connections to the gateway's own database. It reconnects by itself. */
public final class Database implements AutoCloseable {

    private final Pool pool;
    private final Sql sql;

    private Database(Pool pool) {
        this.pool = pool;
        this.sql = new Sql(pool);
    }

    /** Opens the pool; connections are made on first use. */
    public static Database open(Vertx vertx, GatewayOptions.Database options) {
        var connect = PgConnectOptions.fromUri(options.url().substring("jdbc:".length()))
                .setUser(options.user())
                .setPassword(options.password())
                .setCachePreparedStatements(true);
        var pool = new PoolOptions()
                .setMaxSize(options.connections())
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return new Database(
                PgBuilder.pool().with(pool).connectingTo(connect).using(vertx).build());
    }

    /** Brings the schema up to this version. */
    public static void migrate(GatewayOptions.Database options) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(options.url(), options.user(), options.password())
                    .locations("classpath:org/caseledger/gateway/database")
                    .connectRetries(0)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new DatabaseUnavailableException(failed);
        }
    }

    /** Statements outside a transaction. */
    public Sql sql() {
        return sql;
    }

    /** Runs the work in one transaction and commits it; an exception rolls back. */
    public <T> T inTransaction(Function<Sql, T> work) {
        var connection = Sql.await(pool.getConnection());
        try {
            var transaction = Sql.await(connection.begin());
            return commit(transaction, new Sql(connection), work);
        } finally {
            connection.close();
        }
    }

    private static <T> T commit(Transaction transaction, Sql sql, Function<Sql, T> work) {
        try {
            var result = work.apply(sql);
            Sql.await(transaction.commit());
            return result;
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
    }

    @Override
    public void close() {
        Sql.await(pool.close());
    }
}
