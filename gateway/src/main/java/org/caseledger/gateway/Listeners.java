// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.Set;

/** The TLS of this service's ports. */
final class Listeners {

    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

    private Listeners() {}

    static HttpServerOptions tls(GatewayOptions.Listener listener, GatewayOptions.KeyPair own) {
        return new HttpServerOptions()
                .setHost(listener.host())
                .setPort(listener.port())
                .setSsl(true)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(own.certificate().toString())
                        .setKeyPath(own.key().toString()));
    }

    static HttpServerOptions mutualTls(GatewayOptions.Listener listener, GatewayOptions.KeyPair own, Path roots) {
        return tls(listener, own)
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertPath(roots.toString()));
    }
}
