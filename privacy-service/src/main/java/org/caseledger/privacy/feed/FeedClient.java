// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.time.Duration;
import org.caseledger.privacy.feed.NewsIntake.Outcome;
import org.caseledger.privacy.tls.MutualTlsClient;
import org.caseledger.privacy.vault.VaultExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the own gateway for the ledger's news, one long poll after another, and begins again by itself after a failure.
 * Runs on one event loop.
 */
public final class FeedClient {

    private static final Logger LOG = LoggerFactory.getLogger(FeedClient.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long CALL_MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final VaultExecutor executor;
    private final MutualTlsClient gateway;
    private final NewsIntake intake;
    private final long waitMillis;
    private final Runnable news;
    private volatile FeedState state = FeedState.NEVER_ANSWERED;
    private boolean tombstonesSinceStart;
    private int failures;
    private boolean closed;

    /** @param news run after each page of news was made durable, and once when the service has caught up */
    public FeedClient(
            Vertx vertx,
            VaultExecutor executor,
            MutualTlsClient gateway,
            String authority,
            Duration wait,
            Runnable news) {
        this.vertx = vertx;
        this.executor = executor;
        this.gateway = gateway;
        this.intake = new NewsIntake(authority);
        this.waitMillis = wait.toMillis();
        this.news = news;
    }

    public void start() {
        poll();
    }

    public FeedState state() {
        return state;
    }

    public Future<Void> close() {
        closed = true;
        return gateway.close();
    }

    private void poll() {
        if (closed) {
            return;
        }
        executor.submit(session ->
                        LedgerKnowledge.position(session.connection()).seq())
                .compose(this::ask)
                .compose(page -> executor.submit(session -> intake.take(session, page)))
                .compose(this::proceed)
                .onSuccess(done -> {
                    failures = 0;
                    if (state == FeedState.LEDGER_TOO_SHORT) {
                        pauseAndPoll();
                    } else {
                        poll();
                    }
                })
                .onFailure(this::failed);
    }

    private Future<Change.Page> ask(long after) {
        long wait = state == FeedState.CAUGHT_UP ? waitMillis : 0;
        String path = "/feed/v1/changes?after=" + after + "&wait=" + wait;
        return gateway.call(HttpMethod.GET, path, Buffer.buffer(), wait + CALL_MILLIS)
                .compose(answer -> {
                    if (answer.status() != 200) {
                        return Future.failedFuture(new IOException("status " + answer.status()));
                    }
                    try {
                        return Future.succeededFuture(
                                JSON.readValue(answer.body().getBytes(), Change.Page.class));
                    } catch (IOException e) {
                        return Future.failedFuture(new IOException("an answer that is no page of news"));
                    }
                });
    }

    private Future<Void> proceed(Outcome outcome) {
        return switch (outcome) {
            case LEDGER_TOO_SHORT -> {
                if (state != FeedState.LEDGER_TOO_SHORT) {
                    LOG.error("The gateway shows a ledger that is shorter than what this service has seen. It answers "
                            + "nobody until the whole ledger is back: restore the gateway's peer.");
                }
                state = FeedState.LEDGER_TOO_SHORT;
                yield Future.succeededFuture();
            }
            case NOTHING_NEW -> state == FeedState.CAUGHT_UP ? Future.succeededFuture() : catchUp();
            case TAKEN, TOMBSTONES_TAKEN -> {
                tombstonesSinceStart |= outcome == Outcome.TOMBSTONES_TAKEN;
                if (state != FeedState.CAUGHT_UP) {
                    state = FeedState.CATCHING_UP;
                }
                news.run();
                yield Future.succeededFuture();
            }
        };
    }

    /** Tombstones that came in meanwhile may be those of links that a restored database brought back. */
    private Future<Void> catchUp() {
        Future<Void> matched = tombstonesSinceStart ? executor.reopen() : Future.succeededFuture();
        return matched.compose(ready -> executor.run(session -> {})).onSuccess(done -> {
            state = FeedState.CAUGHT_UP;
            news.run();
        });
    }

    private void failed(Throwable cause) {
        failures++;
        if (failures == 5) {
            LOG.warn(
                    "The own gateway's feed does not answer ({}). Check that the gateway runs; the service goes on asking.",
                    cause.getClass().getSimpleName());
        }
        pauseAndPoll();
    }

    private void pauseAndPoll() {
        if (!closed) {
            long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, 10));
            vertx.setTimer(pause, timer -> poll());
        }
    }
}
