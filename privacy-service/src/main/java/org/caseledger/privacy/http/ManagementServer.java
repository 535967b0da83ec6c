// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.function.Supplier;
import org.caseledger.privacy.options.PrivacyOptions.Address;

/** The management port: {@code /livez}, {@code /readyz} (503 with a sentence while not ready) and {@code /metrics}. */
public final class ManagementServer {

    private final HttpServer server;

    private ManagementServer(HttpServer server) {
        this.server = server;
    }

    /** @param notReady why the service is not ready, if it is not */
    public static Future<ManagementServer> start(
            Vertx vertx, Address address, Metrics metrics, Supplier<Optional<String>> notReady) {
        Router router = Router.router(vertx);
        router.get("/livez").handler(context -> context.end("live\n"));
        router.get("/readyz").handler(context -> {
            Optional<String> reason = notReady.get();
            context.response().setStatusCode(reason.isPresent() ? 503 : 200);
            context.end(reason.orElse("ready") + "\n");
        });
        router.get("/metrics").handler(context -> {
            context.response().putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
            context.end(metrics.scrape());
        });
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(address.port(), address.host())
                .map(ManagementServer::new);
    }

    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }
}
