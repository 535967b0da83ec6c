// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.problem.Problem;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** Calls the privacy service's internal routes (decision 0002). Every failure is a {@link ProblemException}. */
public final class PrivacyClient {

    private static final long TIMEOUT_MILLIS = 10_000;

    /** A destruction rewrites a path and reads storage again in a fresh process. */
    private static final long DESTROY_TIMEOUT_MILLIS = 120_000;

    private static final List<String> PASSED_ON = List.of(
            "LINK_UNKNOWN",
            "LINK_RESTRICTED",
            "FILE_NUMBER_MALFORMED",
            "CASE_LINKED_OTHERWISE",
            "LINK_CLAIMED_OTHERWISE",
            "REQUEST_UNKNOWN",
            "REQUEST_OPENED_OTHERWISE",
            "REQUEST_STAGE",
            "TOMBSTONES_NOT_SHOWN",
            "CONTROLLERS_NOT_TOLD",
            "TOO_MANY_LINKS",
            "STORAGE_CHECK_FAILED");

    private final WebClient client;
    private final GatewayOptions.PrivacyService options;

    private PrivacyClient(WebClient client, GatewayOptions.PrivacyService options) {
        this.client = client;
        this.options = options;
    }

    public static PrivacyClient open(Vertx vertx, GatewayOptions.PrivacyService options, GatewayOptions.KeyPair own) {
        var web = new WebClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(own.certificate().toString())
                        .setKeyPath(own.key().toString()))
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(options.tlsRoots().toString()))
                .setConnectTimeout(3_000)
                .setUserAgentEnabled(false)
                .setFollowRedirects(false);
        return new PrivacyClient(WebClient.create(vertx, web), options);
    }

    /** Codes that the service passes on to people as they are. */
    public static List<String> passedOn() {
        return PASSED_ON;
    }

    public Future<String> create(String caseId, String fileNumber) {
        return call("links/create", new JsonObject().put("caseId", caseId).put("fileNumber", fileNumber))
                .map(answer -> answer.getString("handle"));
    }

    public Future<Void> discard(String caseId) {
        return call("links/discard", new JsonObject().put("caseId", caseId)).mapEmpty();
    }

    public Future<List<Link>> resolveHandle(String handle) {
        return resolve("handle", handle, ProblemCode.HANDLE_UNKNOWN);
    }

    public Future<List<Link>> resolveFileNumber(String fileNumber) {
        return resolve("fileNumber", fileNumber, ProblemCode.FILE_NUMBER_UNKNOWN);
    }

    /** Names of those cases that have a link; the others are absent. */
    public Future<Map<String, Name>> names(Collection<String> caseIds, Purpose purpose) {
        if (caseIds.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        var body = new JsonObject()
                .put("caseIds", new JsonArray(List.copyOf(caseIds)))
                .put("purpose", purpose.word());
        return call("links/names", body).map(answer -> {
            var names = answer.getJsonObject("names");
            return names.fieldNames().stream()
                    .collect(Collectors.toMap(Function.identity(), id -> name(names.getJsonObject(id))));
        });
    }

    public Future<List<UnclaimedLink>> unclaimed() {
        return call("links/unclaimed", new JsonObject()).map(answer -> objects(answer, "links").stream()
                .map(link -> new UnclaimedLink(
                        link.getString("caseId"),
                        link.getString("handle"),
                        link.getString("from", ""),
                        link.getString("senderFileNumber", "")))
                .toList());
    }

    public Future<Void> claim(String handle, String fileNumber) {
        return call("links/claim", new JsonObject().put("handle", handle).put("fileNumber", fileNumber))
                .mapEmpty();
    }

    /** Opens a request over every link under the file number; the answer names the other controllers. */
    public Future<List<String>> openRequest(String requestId, String fileNumber, String right, LocalDate receivedOn) {
        var body = new JsonObject()
                .put("requestId", requestId)
                .put("fileNumber", fileNumber)
                .put("right", right)
                .put("receivedOn", receivedOn.toString());
        return call("requests/open", body).map(answer -> answer.getJsonArray("controllers").stream()
                .map(String.class::cast)
                .toList());
    }

    public Future<List<LinkedRequest>> requests() {
        return call("requests/list", new JsonObject()).map(answer -> objects(answer, "requests").stream()
                .map(PrivacyClient::request)
                .toList());
    }

    public Future<Void> retain(String requestId, LocalDate until) {
        return call("requests/retain", id(requestId).put("until", until.toString()))
                .mapEmpty();
    }

    /** The batch to publish: its id and 32 tombstones. */
    public Future<TombstoneBatch> prepare(String requestId) {
        return call("requests/prepare", id(requestId))
                .map(answer -> new TombstoneBatch(
                        answer.getString("batch"),
                        answer.getJsonArray("tombstones").stream()
                                .map(String.class::cast)
                                .toList()));
    }

    /** Destroys the links; repeated, it answers the same until the request is closed. */
    public Future<Destruction> destroy(String requestId) {
        return call("requests/destroy", id(requestId), DESTROY_TIMEOUT_MILLIS)
                .map(answer -> new Destruction(
                        answer.getJsonArray("commitments").stream()
                                .map(String.class::cast)
                                .toList(),
                        String.valueOf(answer.getValue("receipt"))));
    }

    public Future<Void> close(String requestId) {
        return call("requests/close", id(requestId)).mapEmpty();
    }

    private Future<List<Link>> resolve(String field, String value, ProblemCode unknown) {
        return call("links/resolve", new JsonObject().put(field, value))
                .map(answer -> objects(answer, "links").stream()
                        .map(link -> new Link(link.getString("caseId"), link.getString("handle")))
                        .toList())
                .recover(failed -> Future.failedFuture(
                        failed instanceof ProblemException problem
                                        && problem.problem().code().equals("LINK_UNKNOWN")
                                ? new ProblemException(unknown)
                                : failed));
    }

    private Future<JsonObject> call(String route, JsonObject body) {
        return call(route, body, TIMEOUT_MILLIS);
    }

    private Future<JsonObject> call(String route, JsonObject body, long timeout) {
        return client.postAbs(options.url().resolve("/internal/v1/" + route).toString())
                .timeout(timeout)
                .sendJsonObject(body)
                .recover(lost -> Future.failedFuture(new ProblemException(ProblemCode.LINKS_UNAVAILABLE)))
                .compose(PrivacyClient::answer);
    }

    private static Future<JsonObject> answer(HttpResponse<io.vertx.core.buffer.Buffer> response) {
        if (response.statusCode() == 204) {
            return Future.succeededFuture(new JsonObject());
        }
        if (response.statusCode() == 200) {
            return Future.succeededFuture(response.bodyAsJsonObject());
        }
        return Future.failedFuture(problem(response).toException());
    }

    private static Problem problem(HttpResponse<io.vertx.core.buffer.Buffer> response) {
        var code = code(response);
        if (PASSED_ON.contains(code)) {
            boolean later = response.statusCode() >= 500
                    || code.equals("TOMBSTONES_NOT_SHOWN")
                    || code.equals("CONTROLLERS_NOT_TOLD");
            return Problem.ofLinks(code, response.statusCode(), later);
        }
        boolean refused = response.statusCode() >= 400 && response.statusCode() < 500;
        return Problem.of(refused ? ProblemCode.LINKS_REFUSED : ProblemCode.LINKS_UNAVAILABLE);
    }

    private static String code(HttpResponse<io.vertx.core.buffer.Buffer> response) {
        try {
            return response.bodyAsJsonObject().getString("code", "");
        } catch (RuntimeException notJson) {
            return "";
        }
    }

    private static Name name(JsonObject json) {
        return new Name(json.getString("handle"), json.getString("fileNumber"));
    }

    private static LinkedRequest request(JsonObject json) {
        var links = objects(json, "links").stream()
                .map(link -> new LinkedRequest.NamedLink(
                        link.getString("caseId"), link.getString("handle"), link.getString("fileNumber")))
                .toList();
        return new LinkedRequest(
                json.getString("requestId"),
                json.getString("right"),
                json.getString("as"),
                json.getString("receivedOn"),
                links,
                json.getString("stage"));
    }

    private static JsonObject id(String requestId) {
        return new JsonObject().put("requestId", requestId);
    }

    private static List<JsonObject> objects(JsonObject json, String field) {
        return json.getJsonArray(field).stream().map(JsonObject.class::cast).toList();
    }
}
