// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with what was accepted and is not pursued: after a kill, and after the ledger or the database was away. */
public final class Resumer {

    private static final Logger LOG = LoggerFactory.getLogger(Resumer.class);
    private static final long EVERY_MILLIS = 2_000;

    private final Vertx vertx;
    private final Workers workers;
    private final OperationStore store;
    private final Submitter submitter;
    private final PrivacyClient links;
    private final Clock clock;
    private final Period kept;
    private final Set<UUID> takingBack = ConcurrentHashMap.newKeySet();
    private volatile long timer = -1;

    public Resumer(
            Vertx vertx,
            Workers workers,
            OperationStore store,
            Submitter submitter,
            PrivacyClient links,
            Clock clock,
            Period kept) {
        this.vertx = vertx;
        this.workers = workers;
        this.store = store;
        this.submitter = submitter;
        this.links = links;
        this.clock = clock;
        this.kept = kept;
    }

    /** Gives up what a kill left unprepared. To be done before the first call comes, which may repeat such a key. */
    public Future<Void> abandon() {
        return workers.run(store::abandon).mapEmpty();
    }

    /** Looks every two seconds for what is to be pursued, and for what is to be taken back. */
    public void start() {
        timer = vertx.setPeriodic(1, EVERY_MILLIS, tick -> resume());
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    private void resume() {
        workers.run(() -> {
                    store.purge(
                            clock.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant());
                    return store.unsettled();
                })
                .onSuccess(all -> all.forEach(this::resume))
                .onFailure(Resumer::postponed);
    }

    private void resume(Operation operation) {
        if (operation.stage() == OperationStage.ABANDONED) {
            takeBack(operation);
        } else if (operation.stage() != OperationStage.PREPARED && !submitter.pursues(operation.key())) {
            submitter.pursue(operation).settled().onFailure(Resumer::postponed);
        }
    }

    /** Nobody was told that it is accepted; its link, if it came to one, is of no case. */
    private void takeBack(Operation operation) {
        if (!takingBack.add(operation.key())) {
            return;
        }
        var cleared = operation.kind() == OperationKind.OPEN
                ? links.discard(operation.docket())
                : Future.<Void>succeededFuture();
        cleared.compose(done -> workers.run(() -> {
                    store.forget(operation.key());
                    return operation;
                }))
                .onComplete(done -> takingBack.remove(operation.key()))
                .onFailure(Resumer::postponed);
    }

    private static void postponed(Throwable cause) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "A write is tried again later: {}",
                    cause instanceof ProblemException problem
                            ? problem.problem().code()
                            : cause.getClass().getSimpleName());
        }
    }
}
