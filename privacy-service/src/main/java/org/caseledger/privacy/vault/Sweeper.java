// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caseledger.privacy.options.PrivacyOptions.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears up behind a destruction as far as the database allows. Old pages open no more anyway; this only makes them
 * fewer. A role that may not order a checkpoint leaves that to the server.
 */
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Vertx vertx;
    private final WorkerExecutor blocking;
    private final Database database;
    private final AtomicBoolean ordered = new AtomicBoolean();

    public Sweeper(Vertx vertx, WorkerExecutor blocking, Database database) {
        this.vertx = vertx;
        this.blocking = blocking;
        this.database = database;
    }

    /** Orders one sweep for all destructions of the next second. */
    public void order() {
        if (ordered.compareAndSet(false, true)) {
            vertx.setTimer(
                    PAUSE_MILLIS,
                    timer -> blocking.executeBlocking(() -> {
                        ordered.set(false);
                        sweep();
                        return true;
                    }));
        }
    }

    private void sweep() {
        try (Connection connection = DatabaseConnections.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM page");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            LOG.debug("The database did not allow the whole sweep (SQL state {})", e.getSQLState());
        }
    }
}
