// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.caseledger.privacy.link.LinkService;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.request.Destruction;
import org.caseledger.privacy.request.RequestService;
import org.caseledger.privacy.share.ShareService;
import org.caseledger.privacy.tls.AuthorityRoots;

/** The HTTPS port: TLS 1.3, a client certificate from everyone, and each group of routes for one kind of caller. */
public final class ServiceServer {

    private static final long LARGEST_BODY = 512 * 1024;

    private final HttpServer server;

    private ServiceServer(HttpServer server) {
        this.server = server;
    }

    /** What the routes lead to. */
    public record Services(LinkService links, RequestService requests, Destruction destruction, ShareService shares) {}

    public static Future<ServiceServer> start(
            Vertx vertx,
            PrivacyOptions options,
            AuthorityRoots roots,
            Services services,
            Metrics metrics,
            BooleanSupplier ready) {
        Router router = Router.router(vertx);
        router.route().handler(metrics::count);
        router.route("/internal/*").handler(CallerGate.ownGateway(roots, options.authority()));
        router.route("/peer/*").handler(CallerGate.otherPrivacyService(roots, options.authority()));
        router.route().handler(context -> requireReady(context, ready));
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        InternalRoutes.mount(router, services.links(), services.requests(), services.destruction());
        PeerRoutes.mount(router, services.shares());
        router.route().handler(context -> context.fail(new ProblemException(ProblemCode.ROUTE_UNKNOWN)));
        router.route().failureHandler(Calls::fail);
        return vertx.createHttpServer(serverOptions(options))
                .requestHandler(router)
                .listen(options.listen().port(), options.listen().host())
                .map(ServiceServer::new);
    }

    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }

    private static void requireReady(RoutingContext context, BooleanSupplier ready) {
        if (ready.getAsBoolean()) {
            context.next();
        } else {
            context.fail(new ProblemException(ProblemCode.NOT_READY));
        }
    }

    private static HttpServerOptions serverOptions(PrivacyOptions options) {
        PemTrustOptions trust =
                new PemTrustOptions().addCertPath(options.tls().root().toString());
        options.peers().values().forEach(peer -> trust.addCertPath(peer.root().toString()));
        return new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(trust)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(options.tls().certificate().toString())
                        .addKeyPath(options.tls().key().toString()));
    }
}
