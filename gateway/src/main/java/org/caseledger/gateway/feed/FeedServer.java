// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.write.Workers;
import org.jspecify.annotations.Nullable;

/** {@code GET /feed/v1/changes?after=N&wait=MS}: answers at once when there is news, else when there is or time is over. */
public final class FeedServer {

    private static final int LONGEST_WAIT_MILLIS = 60_000;

    private final Vertx vertx;
    private final Workers workers;
    private final FeedStore store;
    private final CallerCheck callers;
    private final Set<Promise<Void>> waiting = ConcurrentHashMap.newKeySet();
    private @Nullable HttpServer server;

    public FeedServer(Vertx vertx, Workers workers, Database database, String channel, String authority) {
        this.vertx = vertx;
        this.workers = workers;
        this.store = new FeedStore(database, channel);
        this.callers = new CallerCheck(authority);
    }

    /** Listens with mutual TLS. */
    public Future<Integer> listen(HttpServerOptions options) {
        var router = Router.router(vertx);
        router.get("/feed/v1/changes").handler(this::changes);
        var http = vertx.createHttpServer(options).requestHandler(router);
        server = http;
        return http.listen().map(HttpServer::actualPort);
    }

    /** Wakes who waits: the read model grew. */
    public void wake() {
        waiting.forEach(promise -> promise.tryComplete());
    }

    public Future<Void> close() {
        wake();
        return server == null ? Future.succeededFuture() : server.close();
    }

    private void changes(RoutingContext context) {
        if (!callers.mayRead(context.request())) {
            end(context, 403, new JsonObject().put("code", "CALLER_NOT_ALLOWED").put("status", 403));
            return;
        }
        var after = number(context, "after");
        var wait = number(context, "wait");
        if (after < 0 || wait < 0) {
            end(
                    context,
                    400,
                    new JsonObject().put("code", "PARAMETER_MALFORMED").put("status", 400));
            return;
        }
        news(after, Math.min(wait, LONGEST_WAIT_MILLIS))
                .onSuccess(page -> end(context, 200, page))
                .onFailure(failed -> end(
                        context,
                        503,
                        new JsonObject().put("code", "READ_MODEL_UNAVAILABLE").put("status", 503)));
    }

    private Future<JsonObject> news(long after, long wait) {
        Promise<Void> woken = Promise.promise();
        waiting.add(woken);
        return workers.run(() -> store.after(after))
                .compose(page -> page.getJsonArray("changes").isEmpty() && wait > 0
                        ? Future.any(woken.future(), workers.pause(wait))
                                .compose(over -> workers.run(() -> store.after(after)))
                        : Future.succeededFuture(page))
                .onComplete(done -> waiting.remove(woken));
    }

    private static long number(RoutingContext context, String name) {
        var text = context.queryParams().get(name);
        if (text == null) {
            return 0;
        }
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private static void end(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status == 200 ? "application/json" : "application/problem+json")
                .end(body.toBuffer());
    }
}
