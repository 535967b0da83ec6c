// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;

/** Calls one service of one authority over TLS 1.3; nothing is sent before the other side proved to be that service. */
public final class MutualTlsClient {

    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;

    private final HttpClient client;
    private final URI base;
    private final Caller expected;
    private final AuthorityRoots roots;

    /** What came back. */
    public record Answer(int status, Buffer body) {}

    public MutualTlsClient(Vertx vertx, PrivacyOptions.Tls tls, URI base, Path root, Caller expected)
            throws OptionsException {
        this.base = base;
        this.expected = expected;
        this.roots = new AuthorityRoots(
                Map.of(expected.authority(), CertificateFiles.certificates(root).get(0)));
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertPath(tls.certificate().toString())
                        .addKeyPath(tls.key().toString()))
                .setTrustOptions(new PemTrustOptions().addCertPath(root.toString()))
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setIdleTimeout(2)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(8));
    }

    /** @param timeoutMillis for the whole call */
    public Future<Answer> call(HttpMethod method, String path, Buffer body, long timeoutMillis) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI(path)
                .setTimeout(timeoutMillis);
        return client.request(options).compose(request -> {
            if (!isExpected(request)) {
                request.reset();
                return Future.failedFuture(new CallerMismatchException(expected));
            }
            return request.putHeader("content-type", "application/json")
                    .send(body)
                    .compose(response -> response.body().map(content -> new Answer(response.statusCode(), content)));
        });
    }

    public Future<Void> close() {
        return client.close();
    }

    private boolean isExpected(HttpClientRequest request) {
        try {
            return roots.identify(List.copyOf(request.connection().peerCertificates()))
                    .filter(expected::equals)
                    .isPresent();
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }
}
