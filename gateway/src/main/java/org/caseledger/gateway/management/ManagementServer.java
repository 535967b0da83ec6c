// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.projection.ProjectionState;
import org.caseledger.gateway.projection.ProjectionState.Phase;
import org.caseledger.gateway.write.Workers;
import org.jspecify.annotations.Nullable;

/** {@code /livez}, {@code /readyz} and {@code /metrics}. */
public final class ManagementServer {

    private static final String DATABASE_AWAY =
            "The database does not answer. Start PostgreSQL; the gateway goes on by itself.";

    private final Vertx vertx;
    private final Workers workers;
    private final Database database;
    private final Supplier<ProjectionState> projection;
    private final PrometheusMeterRegistry meters;
    private @Nullable HttpServer server;

    public ManagementServer(
            Vertx vertx,
            Workers workers,
            Database database,
            Supplier<ProjectionState> projection,
            PrometheusMeterRegistry meters) {
        this.vertx = vertx;
        this.workers = workers;
        this.database = database;
        this.projection = projection;
        this.meters = meters;
        meters.gauge(
                "caseledger.gateway.height", projection, state -> state.get().height());
    }

    public Future<Integer> listen(GatewayOptions.Listener listener) {
        var router = Router.router(vertx);
        router.get("/livez").handler(context -> end(context, 200, new JsonObject().put("status", "up")));
        router.get("/readyz").handler(this::ready);
        router.get("/metrics").handler(context -> context.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(meters.scrape()));
        var options = new HttpServerOptions().setHost(listener.host()).setPort(listener.port());
        var http = vertx.createHttpServer(options).requestHandler(router);
        server = http;
        return http.listen().map(HttpServer::actualPort);
    }

    public Future<Void> close() {
        return server == null ? Future.succeededFuture() : server.close();
    }

    /** Ready: the database answers, and the read model follows the ledger. */
    private void ready(RoutingContext context) {
        workers.run(() -> database.sql().row("SELECT 1").isPresent())
                .onSuccess(answered -> report(context, projection.get()))
                .onFailure(away -> report(context, projection.get().in(Phase.DATABASE_UNAVAILABLE, DATABASE_AWAY)));
    }

    private static void report(RoutingContext context, ProjectionState state) {
        boolean ready = state.phase() == Phase.FOLLOWING && state.height() > 0;
        var body = new JsonObject()
                .put("status", ready ? "ready" : "not-ready")
                .put("state", state.phase().word())
                .put("height", state.height())
                .put("problem", state.problem());
        end(context, ready ? 200 : 503, body);
    }

    private static void end(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
