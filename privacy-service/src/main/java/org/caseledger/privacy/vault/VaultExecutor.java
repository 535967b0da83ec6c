// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.tree.CommitStage;
import org.caseledger.privacy.tree.TreeException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault's only writer: what arrives while one group is being committed becomes the next group, one transaction for
 * all of it. After a failure everything in memory is dropped and read again from storage.
 */
public final class VaultExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(VaultExecutor.class);
    private static final int LARGEST_GROUP = 512;
    private static final int LONGEST_QUEUE = 20_000;
    private static final long HEAL_MILLIS = 300;
    private static final int QUIET_FAILURES = 100;

    private final Vertx vertx;
    private final WorkerExecutor writer;
    private final PrivacyOptions options;
    private final Consumer<CommitStage> stages;
    private final Runnable destroyed;
    private final BlockingQueue<QueuedWork<?>> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean draining = new AtomicBoolean();
    private @Nullable VaultSession session;
    private boolean migrated;
    private int failures;
    private volatile boolean available;
    private volatile boolean closed;

    /**
     * @param stages told after each stage of a commit that destroys
     * @param destroyed run on the writer's thread after a commit that destroyed something
     */
    public VaultExecutor(Vertx vertx, PrivacyOptions options, Consumer<CommitStage> stages, Runnable destroyed) {
        this.vertx = vertx;
        this.options = options;
        this.stages = stages;
        this.destroyed = destroyed;
        this.writer = vertx.createSharedWorkerExecutor("privacy-vault-" + System.identityHashCode(this), 1);
    }

    /** The answer comes on the caller's context once every change of the work is durable. */
    public <T> Future<T> submit(Work<T> work) {
        QueuedWork<T> queued = new QueuedWork<>(work, vertx.getOrCreateContext());
        if (!queue.offer(queued)) {
            return Future.failedFuture(new ProblemException(ProblemCode.BUSY));
        }
        wake();
        return queued.future();
    }

    /** Done on the caller's context once every change of the task is durable. */
    public Future<Void> run(Task task) {
        return submit(session -> {
                    task.on(session);
                    return true;
                })
                .mapEmpty();
    }

    /** Drops everything in memory; the next work reads it again, and matches it with the ledger's tombstones. */
    public Future<Void> reopen() {
        return writer.executeBlocking(() -> {
                    discardSession();
                    return true;
                })
                .mapEmpty();
    }

    /** Whether the last group reached storage. */
    public boolean available() {
        return available;
    }

    /** Ends after what was submitted before. */
    public Future<Void> close() {
        closed = true;
        return writer.executeBlocking(() -> {
                    discardSession();
                    return true;
                })
                .eventually(writer::close)
                .mapEmpty();
    }

    private void wake() {
        if (draining.compareAndSet(false, true)) {
            writer.executeBlocking(() -> {
                drain();
                return true;
            });
        }
    }

    private void drain() {
        List<QueuedWork<?>> group = new ArrayList<>();
        queue.drainTo(group, LARGEST_GROUP);
        try {
            if (!group.isEmpty()) {
                run(group);
            }
        } finally {
            draining.set(false);
            if (!queue.isEmpty()) {
                wake();
            }
        }
    }

    private void run(List<QueuedWork<?>> group) {
        try {
            VaultSession current = openSession();
            for (QueuedWork<?> work : group) {
                work.run(current);
            }
            boolean destroying = current.commit();
            available = true;
            failures = 0;
            group.forEach(QueuedWork::complete);
            if (destroying) {
                destroyed.run();
            }
        } catch (TreeException | SQLException | FlywayException e) {
            if (failures % QUIET_FAILURES == 0) {
                LOG.warn("Storage failed: {} The service goes on trying.", describe(e));
            }
            abandon(group, ProblemCode.STORAGE_AWAY);
        } catch (RuntimeException | Error e) {
            // An Error too: the driver asserts on a connection that is gone, and no caller may be left waiting.
            LOG.error("A unit of work failed unexpectedly ({})", e.getClass().getName(), withoutMessage(e));
            abandon(group, ProblemCode.UNEXPECTED);
        }
    }

    private void abandon(List<QueuedWork<?>> group, ProblemCode code) {
        available = false;
        failures++;
        discardSession();
        group.forEach(work -> work.fail(new ProblemException(code)));
        vertx.setTimer(HEAL_MILLIS, timer -> heal());
    }

    /** Nobody is answered while storage is away, so nobody's call would find out that it is back. */
    private void heal() {
        if (!closed && !available && queue.isEmpty()) {
            run(session -> {});
        }
    }

    private VaultSession openSession() throws TreeException, SQLException {
        if (session == null) {
            if (!migrated) {
                DatabaseConnections.migrate(options.database());
                migrated = true;
            }
            session = VaultSession.open(options, stages);
        }
        return session;
    }

    private void discardSession() {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.debug("The connection was gone already");
            }
            session = null;
        }
    }

    /** A message of the database may quote values; what the tree says never does. */
    private static String describe(Exception e) {
        if (e instanceof TreeException) {
            return String.valueOf(e.getMessage());
        }
        String state = e instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : "";
        return "The database does not answer as it should" + state
                + ". Check that PostgreSQL runs and database.* fits.";
    }

    private static Throwable withoutMessage(Throwable e) {
        Throwable bare = new IllegalStateException(e.getClass().getName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }
}
