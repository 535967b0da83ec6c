// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.file.Path;
import org.caseledger.gateway.GatewayOptions;

/** Reads the JSON Web Key Set from a file or over https. */
final class KeySetSource {

    private static final long TIMEOUT_MILLIS = 5_000;

    private final Vertx vertx;
    private final GatewayOptions.Tokens options;

    KeySetSource(Vertx vertx, GatewayOptions.Tokens options) {
        this.vertx = vertx;
        this.options = options;
    }

    Future<JsonObject> load() {
        return "file".equals(options.jwks().getScheme())
                ? vertx.fileSystem()
                        .readFile(Path.of(options.jwks()).toString())
                        .map(JsonObject::new)
                : download();
    }

    private Future<JsonObject> download() {
        var web = new WebClientOptions().setSsl(true).setVerifyHost(true).setFollowRedirects(false);
        if (options.tlsRoots() != null) {
            web.setTrustOptions(
                    new PemTrustOptions().addCertPath(options.tlsRoots().toString()));
        }
        var client = WebClient.create(vertx, web);
        return client.getAbs(options.jwks().toString())
                .timeout(TIMEOUT_MILLIS)
                .send()
                .compose(response -> response.statusCode() == 200
                        ? Future.succeededFuture(response.bodyAsJsonObject())
                        : Future.failedFuture("HTTP " + response.statusCode()))
                .onComplete(done -> client.close());
    }
}
