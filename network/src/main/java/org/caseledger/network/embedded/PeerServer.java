// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** One peer's port: gRPC over TLS, on loopback only. */
final class PeerServer implements AutoCloseable {
    private static final int HEADROOM = 1024 * 1024;

    private final Server server;

    private PeerServer(Server server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @throws EmbeddedLedgerException when the port is taken or the certificate cannot be used
     */
    static PeerServer listen(Member member, Limits limits, List<BindableService> services) {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), member.port()))
                .sslContext(tls(member))
                .directExecutor()
                .maxConcurrentCallsPerConnection(2 * limits.requests())
                .maxInboundMessageSize(limits.blockBytes() + HEADROOM)
                .permitKeepAliveTime(10, TimeUnit.SECONDS);
        services.forEach(builder::addService);
        try {
            return new PeerServer(builder.build().start());
        } catch (IOException e) {
            throw failure(member, e);
        }
    }

    private static EmbeddedLedgerException failure(Member member, IOException e) {
        return new EmbeddedLedgerException(
                EmbeddedLedgerException.Reason.PORT_IN_USE,
                "The port " + member.port() + " for the peer of " + member.mspId()
                        + " cannot be used: stop what listens there, or give the authority another port.",
                e);
    }

    private static SslContext tls(Member member) {
        Credentials credentials = member.tls();
        try {
            return GrpcSslContexts.configure(SslContextBuilder.forServer(
                            credentials.key(), credentials.chain().toArray(X509Certificate[]::new)))
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new EmbeddedLedgerException(
                    EmbeddedLedgerException.Reason.CONFIGURATION,
                    "The TLS certificate of " + member.mspId() + "'s peer cannot be used: issue it again.",
                    e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(2, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
