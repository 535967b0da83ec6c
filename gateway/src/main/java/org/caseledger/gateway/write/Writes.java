// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** One write by its key, from the first call to the answer: the same key never writes twice. */
public final class Writes {

    private final Workers workers;
    private final OperationStore store;
    private final Submitter submitter;
    private final RefusalWriter refusals;
    private final Duration patience;

    public Writes(
            Workers workers, OperationStore store, Submitter submitter, RefusalWriter refusals, Duration patience) {
        this.workers = workers;
        this.store = store;
        this.submitter = submitter;
        this.refusals = refusals;
        this.patience = patience;
    }

    /**
     * A write as it stands.
     *
     * @param replayed whether the key was known before this call
     */
    public record Result(Operation operation, boolean replayed) {}

    /**
     * Keeps the operation, or finds the one that has its key.
     *
     * @param fresh made again for each call; ids that an earlier call chose are kept
     */
    public Future<Result> begin(Operation fresh) {
        return workers.run(() -> store.begin(fresh)
                .map(known -> new Result(requireSame(known, fresh), true))
                .orElseGet(() -> new Result(fresh, false)));
    }

    /** Pursues what was begun until the caller has what it waits for. Fails with the problem of a refusal. */
    public Future<Result> pursue(Result begun, Until until) {
        return accepted(begun.operation())
                .compose(operation -> reach(operation, until))
                .map(operation -> new Result(requireNotRefused(operation), begun.replayed()));
    }

    /** Runs what must come before the ledger, once; a repeated call runs it again, so that it must be idempotent. */
    public Future<Result> pursue(Result begun, Until until, Supplier<Future<Void>> before) {
        return begun.operation().stage() == OperationStage.PREPARED
                ? before.get().compose(done -> pursue(begun, until))
                : pursue(begun, until);
    }

    private Future<Operation> accepted(Operation operation) {
        if (operation.stage() != OperationStage.PREPARED) {
            return Future.succeededFuture(operation);
        }
        return workers.run(() -> {
            if (store.accept(operation.key())) {
                return operation.at(OperationStage.ACCEPTED);
            }
            return store.find(operation.key())
                    .filter(known -> known.stage() != OperationStage.PREPARED)
                    .orElseThrow(() -> new ProblemException(ProblemCode.GATEWAY_BUSY));
        });
    }

    private Future<Operation> reach(Operation operation, Until until) {
        if (operation.settled()) {
            return Future.succeededFuture(operation);
        }
        var progress = submitter.pursue(operation);
        return switch (until) {
            case ACCEPTED -> Future.succeededFuture(operation);
            case ENDORSED -> orAsItStands(progress.endorsed(), operation);
            case COMMITTED -> orAsItStands(progress.settled(), operation);
        };
    }

    private Future<Operation> orAsItStands(Future<Operation> reached, Operation operation) {
        return reached.timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .recover(late -> late instanceof TimeoutException
                        ? workers.run(() -> store.find(operation.key()).orElse(operation))
                        : Future.failedFuture(late));
    }

    private Operation requireNotRefused(Operation operation) {
        if (operation.stage() == OperationStage.REFUSED) {
            throw refusals.read(Objects.requireNonNull(operation.problem())).toException();
        }
        return operation;
    }

    private static Operation requireSame(Operation known, Operation fresh) {
        boolean sameDocket = fresh.kind() == OperationKind.OPEN
                || fresh.kind() == OperationKind.REQUEST
                || known.docket().equals(fresh.docket());
        if (known.kind() != fresh.kind() || !known.fingerprint().equals(fresh.fingerprint()) || !sameDocket) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        return known;
    }
}
