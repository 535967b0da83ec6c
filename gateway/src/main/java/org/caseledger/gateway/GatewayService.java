// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;

/** One authority's gateway: REST interface, feed to the privacy service, management port. */
public final class GatewayService {

    private static final int EVENT_LOOPS = 2;
    private static final int OWN_WORKERS = 4;

    private final Vertx vertx;
    private final GatewayVerticle verticle;

    private GatewayService(Vertx vertx, GatewayVerticle verticle) {
        this.vertx = vertx;
        this.verticle = verticle;
    }

    /** A gateway that is not started yet. */
    public static GatewayService create(GatewayOptions options) {
        return create(options, Clock.systemUTC());
    }

    /** @param clock says what today is */
    static GatewayService create(GatewayOptions options, Clock clock) {
        var vertx =
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(OWN_WORKERS));
        return new GatewayService(vertx, new GatewayVerticle(options, clock));
    }

    /**
     * Migrates the read model, listens, resumes what a kill left unfinished and follows the ledger. Fails with one
     * sentence that says what to do; complete means listening, not ready: see {@code /readyz}.
     */
    public Future<GatewayService> start() {
        return vertx.deployVerticle(verticle).map(deployed -> this).recover(failed -> vertx.close()
                .transform(closed -> Future.failedFuture(GatewayStartException.of(failed))));
    }

    /** Port of the REST interface; after {@link #start}. */
    public int httpPort() {
        return verticle.httpPort();
    }

    /** Port of the internal feed to the privacy service; after {@link #start}. */
    public int feedPort() {
        return verticle.feedPort();
    }

    /** Port of {@code /livez}, {@code /readyz} and {@code /metrics}; after {@link #start}. */
    public int managementPort() {
        return verticle.managementPort();
    }

    /** Takes no more requests, finishes those in progress, and stops. */
    public Future<Void> close() {
        return vertx.close();
    }
}
