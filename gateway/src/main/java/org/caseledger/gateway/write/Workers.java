// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** The one bounded pool of threads that may wait for the ledger and the database. */
public final class Workers implements AutoCloseable {

    private static final int LONGEST_SECONDS = 60;

    private final Vertx vertx;
    private final WorkerExecutor pool;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param most calls that run or wait for a thread; beyond it a call is told that the gateway is busy */
    public Workers(Vertx vertx, int threads, int most) {
        this.vertx = vertx;
        this.pool = vertx.createSharedWorkerExecutor(
                "gateway-" + System.identityHashCode(this), threads, LONGEST_SECONDS, TimeUnit.SECONDS);
        this.most = most;
    }

    public <T> Future<T> run(Callable<T> work) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return Future.failedFuture(new ProblemException(ProblemCode.GATEWAY_BUSY));
        }
        return pool.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    /** Runs the work after a pause, without holding a thread meanwhile. */
    public <T> Future<T> later(long millis, Callable<T> work) {
        return pause(millis).compose(over -> run(work));
    }

    public Future<Void> pause(long millis) {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(millis, timer -> over.complete());
        return over.future();
    }

    @Override
    public void close() {
        pool.close();
    }
}
