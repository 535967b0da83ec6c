// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.feed.FeedServer;
import org.caseledger.gateway.ledger.BlockSource;
import org.caseledger.gateway.ledger.LedgerConnection;
import org.caseledger.gateway.management.ManagementServer;
import org.caseledger.gateway.projection.BlockFollower;
import org.caseledger.gateway.projection.Projection;
import org.caseledger.gateway.write.Workers;
import org.jspecify.annotations.Nullable;

/** Starts and stops the parts of one gateway, in order. */
final class GatewayVerticle extends VerticleBase {

    private final GatewayOptions options;
    private final Clock clock;
    private @Nullable Parts parts;
    private @Nullable HttpServer api;
    private volatile int httpPort;
    private volatile int feedPort;
    private volatile int managementPort;

    GatewayVerticle(GatewayOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** What must be closed again. */
    private record Parts(
            Workers workers,
            Database database,
            LedgerConnection ledger,
            BlockFollower follower,
            FeedServer feed,
            ManagementServer management,
            Wiring wiring) {}

    @Override
    public Future<?> start() {
        return vertx.executeBlocking(() -> {
                    Database.migrate(options.database());
                    return options;
                })
                .compose(migrated -> listen(assemble()));
    }

    private Parts assemble() {
        var limits = options.limits();
        var workers = new Workers(vertx, limits.workers(), limits.queue() + limits.workers());
        var database = Database.open(vertx, options.database());
        var ledger = LedgerConnection.open(options.authority(), options.ledger());
        var follower = Projection.follower(options, database, new BlockSource(ledger));
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var feed = new FeedServer(vertx, workers, database, options.ledger().channel(), options.authority());
        var management = new ManagementServer(vertx, workers, database, follower::state, meters);
        var wiring = new Wiring(vertx, options, clock, workers, database, ledger, follower, meters);
        follower.listen(outcomes -> feed.wake());
        parts = new Parts(workers, database, ledger, follower, feed, management, wiring);
        return parts;
    }

    private Future<?> listen(Parts assembled) {
        assembled.follower().start();
        return assembled
                .feed()
                .listen(Listeners.mutualTls(
                        options.feed(), options.tls(), options.privacy().tlsRoots()))
                .compose(port -> {
                    feedPort = port;
                    return assembled.management().listen(options.management());
                })
                .compose(port -> {
                    managementPort = port;
                    return assembled.wiring().prepare();
                })
                .compose(prepared -> {
                    api = vertx.createHttpServer(Listeners.tls(options.http(), options.tls()))
                            .requestHandler(assembled.wiring().router());
                    return api.listen();
                })
                .onSuccess(listening -> {
                    httpPort = listening.actualPort();
                    assembled.wiring().start();
                });
    }

    @Override
    public Future<?> stop() {
        var open = parts;
        if (open == null) {
            return Future.succeededFuture();
        }
        open.wiring().stop();
        Future<Void> closed = api == null ? Future.succeededFuture() : api.close();
        return closed.compose(done -> open.feed().close())
                .compose(done -> open.management().close())
                .compose(done -> vertx.executeBlocking(() -> {
                    open.follower().close();
                    open.ledger().close();
                    open.database().close();
                    open.workers().close();
                    return null;
                }));
    }

    int httpPort() {
        return httpPort;
    }

    int feedPort() {
        return feedPort;
    }

    int managementPort() {
        return managementPort;
    }
}
