// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs calls on a few threads, refuses beyond a number in progress, and answers for those that take too long. */
final class Calls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Semaphore places;
    private final Duration longest;
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor watch;

    Calls(int inProgress, Duration longest) {
        AtomicInteger count = new AtomicInteger();
        this.places = new Semaphore(inProgress);
        this.longest = longest;
        this.threads = Executors.newFixedThreadPool(
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
                work -> daemon(work, "peer-call-" + count.incrementAndGet()));
        this.watch = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "peer-watch"));
        watch.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Answers with what the call gives, or with its failure. */
    <T> void run(StreamObserver<T> observer, Callable<T> call) {
        PendingAnswer<T> answer = new PendingAnswer<>(observer, () -> {});
        start(answer, () -> {
            answer.answer(call.call());
            return answer;
        });
    }

    /** Runs something that answers now or later; its failure is an answer. */
    <T> void start(PendingAnswer<T> answer, Callable<?> work) {
        if (!places.tryAcquire()) {
            answer.fail(Failures.of(
                    Code.RESOURCE_EXHAUSTED, "too many requests are in progress at this peer; ask again later"));
            return;
        }
        try {
            threads.execute(() -> work(answer, work));
        } catch (RejectedExecutionException e) {
            places.release();
            answer.fail(Failures.of(Code.UNAVAILABLE, "the ledger is stopping"));
        }
    }

    private void work(PendingAnswer<?> answer, Callable<?> work) {
        Thread worker = Thread.currentThread();
        Future<?> timer = watch.schedule(() -> tooLong(answer, worker), longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (!answer.over()) {
                work.call();
            }
        } catch (Throwable e) {
            // An error of the chaincode's must not leave its caller without an answer.
            answer.fail(failure(e));
        } finally {
            timer.cancel(false);
            places.release();
        }
    }

    private static void tooLong(PendingAnswer<?> answer, Thread worker) {
        if (answer.fail(Failures.of(Code.DEADLINE_EXCEEDED, "the chaincode took longer than this peer waits"))) {
            worker.interrupt();
        }
    }

    private static StatusRuntimeException failure(Throwable e) {
        if (e instanceof StatusRuntimeException status) {
            return status;
        }
        if (e instanceof ProposalException refused) {
            return Failures.of(refused);
        }
        LOG.error("A call failed inside the embedded ledger.", e);
        return Status.INTERNAL
                .withDescription("the embedded ledger failed; its log says why")
                .asRuntimeException();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        watch.shutdownNow();
    }
}
