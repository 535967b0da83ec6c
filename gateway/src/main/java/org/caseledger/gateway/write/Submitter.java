// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.caseledger.gateway.ledger.Endorsement;
import org.caseledger.gateway.ledger.LedgerClient;
import org.caseledger.gateway.ledger.LedgerUnavailableException;
import org.caseledger.gateway.problem.Problem;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/**
 * Carries a write through its stages. One write is pursued once at a time, whoever asks. A new transaction is made only
 * after a read conflict that is in a block; never after a refusal, and never while the last one may still come.
 */
public final class Submitter {

    private static final int ENDORSE_ATTEMPTS = 8;
    private static final int CONFLICT_ATTEMPTS = 12;
    private static final long FIRST_PAUSE = 40;
    private static final long LONGEST_PAUSE = 1_000;
    private static final long RESUBMIT_MILLIS = 10_000;
    private static final Duration STATUS_PATIENCE = Duration.ofSeconds(2);

    private final Workers workers;
    private final OperationStore store;
    private final LedgerClient ledger;
    private final Outcomes outcomes;
    private final RefusalWriter refusals;
    private final Map<UUID, Progress> running = new ConcurrentHashMap<>();

    public Submitter(
            Workers workers, OperationStore store, LedgerClient ledger, Outcomes outcomes, RefusalWriter refusals) {
        this.workers = workers;
        this.store = store;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.refusals = refusals;
    }

    /** Pursues an accepted or endorsed write; joins who does so already. */
    public Progress pursue(Operation operation) {
        var fresh = new Progress();
        var present = running.putIfAbsent(operation.key(), fresh);
        if (present != null) {
            return present;
        }
        attempt(operation, fresh, 1).onComplete(done -> {
            running.remove(operation.key());
            if (done.succeeded()) {
                fresh.reachedEnd(done.result());
            } else {
                fresh.failed(done.cause());
            }
        });
        return fresh;
    }

    boolean pursues(UUID key) {
        return running.containsKey(key);
    }

    private Future<Operation> attempt(Operation operation, Progress progress, int conflicts) {
        if (operation.outcome() != null) {
            return judge(operation, operation.outcome(), progress, conflicts);
        }
        var endorsed = operation.endorsed() == null ? endorse(operation, 1) : resume(operation);
        return endorsed.compose(reached -> {
            if (reached.settled()) {
                return Future.succeededFuture(reached);
            }
            if (wentOn(operation, reached)) {
                return attempt(reached, progress, conflicts);
            }
            progress.reachedEndorsed(reached);
            return submit(reached).compose(code -> judge(reached, code, progress, conflicts));
        });
    }

    private Future<Operation> endorse(Operation operation, int attempt) {
        return workers.run(() -> endorseOnce(operation)).compose(result -> {
            if (result instanceof Endorsement.Endorsed endorsed) {
                return keep(operation, operation.endorsedBy(endorsed));
            }
            if (result instanceof Endorsement.Refused refused) {
                return settle(operation, operation.refused(refusals.write(Problem.of(refused.refusal()))));
            }
            if (attempt == ENDORSE_ATTEMPTS) {
                return Future.failedFuture(new ProblemException(
                        result instanceof Endorsement.Disagreement
                                ? ProblemCode.ENDORSERS_DISAGREE
                                : ProblemCode.ENDORSERS_UNAVAILABLE));
            }
            return workers.pause(pauseBefore(attempt)).compose(over -> endorse(operation, attempt + 1));
        });
    }

    private Endorsement endorseOnce(Operation operation) {
        return ledger.endorse(
                Objects.requireNonNull(operation.function()), Objects.requireNonNull(operation.argument()));
    }

    private Future<Operation> keep(Operation before, Operation after) {
        return workers.run(() -> store.advance(before, after) ? after : settledMeanwhile(before));
    }

    /**
     * After a kill the answer to the submit may be lost: what became of it is asked before it is sent again. Its block is
     * listened for before the row is read: a block that came in between would be in neither.
     */
    private Future<Operation> resume(Operation operation) {
        var transaction = Objects.requireNonNull(operation.endorsed()).transaction();
        outcomes.of(transaction);
        return workers.run(() -> {
                    ledger.status(transaction, STATUS_PATIENCE);
                    return store.find(operation.key()).orElse(operation);
                })
                .onComplete(read -> {
                    if (read.failed()
                            || read.result().outcome() != null
                            || read.result().settled()
                            || wentOn(operation, read.result())) {
                        outcomes.forget(transaction);
                    }
                });
    }

    /** Whether another transaction, or none, has taken the place of the one that was to be resumed. */
    private static boolean wentOn(Operation read, Operation now) {
        var before = read.endorsed();
        var after = now.endorsed();
        return before != null && (after == null || !after.transaction().equals(before.transaction()));
    }

    private Future<String> submit(Operation operation) {
        if (operation.outcome() != null) {
            return Future.succeededFuture(operation.outcome());
        }
        var endorsed = Objects.requireNonNull(operation.endorsed());
        var outcome = outcomes.of(endorsed.transaction());
        return workers.run(() -> {
                    ledger.submit(endorsed.envelope());
                    return endorsed;
                })
                .recover(lost -> lost instanceof LedgerUnavailableException
                        ? Future.succeededFuture(endorsed)
                        : Future.failedFuture(lost))
                .compose(sent -> within(outcome))
                .recover(late -> late instanceof java.util.concurrent.TimeoutException
                        ? again(operation)
                        : Future.failedFuture(late))
                .onComplete(done -> outcomes.forget(endorsed.transaction()));
    }

    private Future<String> again(Operation operation) {
        return workers.run(() -> store.find(operation.key()).orElse(operation)).compose(this::submit);
    }

    private static Future<String> within(Future<String> outcome) {
        return outcome.timeout(RESUBMIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Future<Operation> judge(Operation operation, String code, Progress progress, int conflicts) {
        return switch (code) {
            case "VALID" -> settle(operation, operation.at(OperationStage.COMMITTED));
            case "MVCC_READ_CONFLICT", "PHANTOM_READ_CONFLICT" -> conflict(operation, progress, conflicts);
            default ->
                settle(operation, operation.refused(refusals.write(Problem.of(ProblemCode.TRANSACTION_INVALID))));
        };
    }

    private Future<Operation> conflict(Operation operation, Progress progress, int conflicts) {
        return keep(operation, operation.endorsedBy(null))
                .compose(fresh -> conflicts == CONFLICT_ATTEMPTS
                        ? Future.failedFuture(new ProblemException(ProblemCode.LEDGER_CONFLICT))
                        : workers.pause(pauseBefore(conflicts))
                                .compose(over -> attempt(fresh, progress, conflicts + 1)));
    }

    private Future<Operation> settle(Operation before, Operation after) {
        return workers.run(() -> store.settle(before, after) ? after : settledMeanwhile(before));
    }

    /** Who read the write before somebody else carried it on takes its end, or comes back for it. */
    private Operation settledMeanwhile(Operation read) {
        return store.find(read.key())
                .filter(Operation::settled)
                .orElseThrow(() -> new ProblemException(ProblemCode.GATEWAY_BUSY));
    }

    private static long pauseBefore(int attempt) {
        return Math.min(FIRST_PAUSE << Math.min(attempt - 1, 10), LONGEST_PAUSE);
    }
}
