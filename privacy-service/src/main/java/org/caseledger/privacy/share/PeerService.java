// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.text.ParseException;
import org.caseledger.privacy.tls.MutualTlsClient;

/** Another authority's privacy service, as the sender sees it. */
final class PeerService {

    private static final long TIMEOUT_MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MutualTlsClient client;

    PeerService(MutualTlsClient client) {
        this.client = client;
    }

    /** Asks for a one-time key and sends the message sealed to it; fails with what the other side answered. */
    Future<Void> send(String route, Object message) {
        return post("/peer/v1/receiver-key", Buffer.buffer("{}"))
                .compose(answer -> seal(message, answer))
                .compose(body -> post(route, body))
                .mapEmpty();
    }

    Future<Void> close() {
        return client.close();
    }

    private Future<Buffer> post(String route, Buffer body) {
        return client.call(HttpMethod.POST, route, body, TIMEOUT_MILLIS)
                .compose(answer -> answer.status() < 300
                        ? Future.succeededFuture(answer.body())
                        : Future.failedFuture(new NotTakenException(answer.status(), code(answer.body()))));
    }

    private static Future<Buffer> seal(Object message, Buffer answer) {
        try {
            JsonNode offered = JSON.readTree(answer.getBytes());
            ECKey key = ECKey.parse(offered.path("jwk").toString());
            if (!Curve.P_256.equals(key.getCurve())
                    || !offered.path("kid").asText().equals(key.getKeyID())) {
                return Future.failedFuture(new NotTakenException(200, "KEY_UNUSABLE"));
            }
            String compact = Envelope.seal(message, key);
            return Future.succeededFuture(
                    Buffer.buffer(JSON.writeValueAsBytes(JSON.createObjectNode().put("jwe", compact))));
        } catch (IOException | ParseException | JOSEException e) {
            return Future.failedFuture(new NotTakenException(200, "KEY_UNUSABLE"));
        }
    }

    /** Only a code in its own alphabet is repeated in a log. */
    private static String code(Buffer problem) {
        try {
            String code = JSON.readTree(problem.getBytes()).path("code").asText();
            return code.matches("[A-Z_]{1,40}") ? code : "UNKNOWN";
        } catch (IOException e) {
            return "UNKNOWN";
        }
    }
}
