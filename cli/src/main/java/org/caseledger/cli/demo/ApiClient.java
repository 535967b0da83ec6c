// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;

/** Calls one authority's REST interface with one token, over TLS that trusts this authority's root alone. */
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String authority;
    private final URI base;
    private final String role;
    private final String token;
    private final HttpClient http;

    /**
     * @param base e.g. {@code https://127.0.0.1:21710/api/v1}
     * @param role what the token may do, for the journal
     */
    public ApiClient(String authority, URI base, Path tlsRoot, String role, String token) {
        this.authority = authority;
        this.base = base;
        this.role = role;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .sslContext(trusting(tlsRoot))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    public String authority() {
        return authority;
    }

    public Exchange get(String path) {
        return send(path, "GET", MissingNode.getInstance(), HttpRequest.newBuilder());
    }

    /** Posts with a fresh Idempotency-Key. */
    public Exchange post(String path, JsonNode body) {
        return post(path, body, UUID.randomUUID());
    }

    /** Posts with a key that may have been sent before: the same write, not a second one. */
    public Exchange post(String path, JsonNode body, UUID idempotencyKey) {
        return send(path, "POST", body, HttpRequest.newBuilder().header("Idempotency-Key", idempotencyKey.toString()));
    }

    private Exchange send(String path, String method, JsonNode body, HttpRequest.Builder builder) {
        HttpRequest.BodyPublisher content = body.isMissingNode()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
        HttpRequest request = builder.uri(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Exchange(authority, role, method, path, body, answer.statusCode(), parsed(answer.body()));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    authority + "'s gateway at " + base + " does not answer (" + e.getMessage()
                            + "). See the log in the data directory.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.ENVIRONMENT, "The call was interrupted. Start again.", e);
        }
    }

    private static JsonNode parsed(String body) throws IOException {
        return body.isBlank() ? MissingNode.getInstance() : Json.mapper().readTree(body);
    }

    private static SSLContext trusting(Path root) {
        try (InputStream pem = Files.newInputStream(root)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT, root + " is no certificate in PEM that this Java can trust.", e);
        }
    }
}
