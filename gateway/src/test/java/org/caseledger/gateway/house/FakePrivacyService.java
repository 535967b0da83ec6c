// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.house;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.caseledger.network.certificates.Credential;
import org.jspecify.annotations.Nullable;

/** Speaks the internal contract of decision 0002 from memory, as far as a gateway asks for it. */
public final class FakePrivacyService implements AutoCloseable {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Map<String, Held> links = new TreeMap<>();
    private final Map<String, JsonObject> requests = new TreeMap<>();
    private final List<String> seen = new ArrayList<>();
    private List<String> controllers = List.of();
    private final HttpServer server;
    private final List<Runnable> held = new ArrayList<>();
    private String holding = "";
    private volatile boolean away;
    private boolean destructionRefused;
    private String newest = "";

    private FakePrivacyService(Vertx vertx, Credential tls, String roots) throws Exception {
        var router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        Map<String, Function<JsonObject, JsonObject>> routes = Map.ofEntries(
                Map.entry("links/create", this::create),
                Map.entry("links/discard", this::discard),
                Map.entry("links/resolve", this::resolve),
                Map.entry("links/names", this::names),
                Map.entry("links/unclaimed", this::unclaimed),
                Map.entry("links/claim", this::claim),
                Map.entry("requests/open", this::open),
                Map.entry("requests/list", this::list),
                Map.entry("requests/retain", this::retain),
                Map.entry("requests/prepare", this::prepare),
                Map.entry("requests/destroy", this::destroy),
                Map.entry("requests/close", this::close));
        routes.forEach((path, handler) ->
                router.post("/internal/v1/" + path).handler(context -> answer(context, path, handler)));
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setSsl(true)
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertPath(roots))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificateFile().toString())
                        .setKeyPath(tls.keyFile().toString()));
        this.server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    static FakePrivacyService start(Vertx vertx, Credential tls, String roots) throws Exception {
        return new FakePrivacyService(vertx, tls, roots);
    }

    private record Held(
            String caseId, String handle, @Nullable String fileNumber, String from, String sender) {
        JsonObject pair() {
            return new JsonObject().put("caseId", caseId).put("handle", handle);
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String code) {
            super(code);
            this.status = status;
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Whether it answers nothing but 503. */
    public void away(boolean now) {
        away = now;
    }

    /** Lets calls of that route wait until {@link #release}. */
    public synchronized void hold(String route) {
        holding = route;
    }

    /** Answers what waits, and waits no more; tells how many calls waited. */
    public synchronized int release() {
        int waited = held.size();
        holding = "";
        held.forEach(Runnable::run);
        held.clear();
        return waited;
    }

    /** Whether a call waits. */
    public synchronized boolean holds() {
        return !held.isEmpty();
    }

    /** Whether it says that the ledger has not shown the tombstones to it yet. */
    public synchronized void refuseDestruction(boolean now) {
        destructionRefused = now;
    }

    /** Who else holds a link, for the next request that is opened. */
    public synchronized void controllers(List<String> others) {
        controllers = List.copyOf(others);
    }

    /** What another authority's service would push here. */
    public synchronized void receiveShare(String caseId, String from, String sender) {
        links.computeIfAbsent(caseId, id -> new Held(id, handle(), null, from, sender));
    }

    /** What another authority's service would push here for a request. */
    public synchronized void receiveRequest(String requestId, String receivedOn, List<String> caseIds) {
        requests.computeIfAbsent(requestId, id -> request(id, "erasure", "controller", receivedOn, caseIds));
    }

    /** Case ids that it holds a link of; nobody outside sees one. */
    public synchronized List<String> caseIds() {
        return List.copyOf(links.keySet());
    }

    /** The case that was linked last. */
    public synchronized String newest() {
        return newest;
    }

    /** Every route that was called, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(seen);
    }

    private void answer(RoutingContext context, String path, Function<JsonObject, JsonObject> handler) {
        if (away) {
            context.response().setStatusCode(503).end();
            return;
        }
        synchronized (this) {
            if (path.equals(holding)) {
                held.add(() -> answerNow(context, path, handler));
                return;
            }
        }
        answerNow(context, path, handler);
    }

    private void answerNow(RoutingContext context, String path, Function<JsonObject, JsonObject> handler) {
        try {
            var body = context.body().asJsonObject();
            JsonObject answer;
            synchronized (this) {
                seen.add(path);
                answer = handler.apply(body == null ? new JsonObject() : body);
            }
            context.response().setStatusCode(answer.isEmpty() ? 204 : 200).end(answer.isEmpty() ? "" : answer.encode());
        } catch (Refused refused) {
            context.response()
                    .setStatusCode(refused.status)
                    .end(new JsonObject().put("code", refused.getMessage()).encode());
        }
    }

    private JsonObject create(JsonObject body) {
        var id = body.getString("caseId");
        newest = id;
        var held = links.computeIfAbsent(id, fresh -> new Held(fresh, handle(), body.getString("fileNumber"), "", ""));
        if (!Objects.equals(held.fileNumber(), body.getString("fileNumber"))) {
            throw new Refused(409, "CASE_LINKED_OTHERWISE");
        }
        return new JsonObject().put("handle", held.handle());
    }

    private JsonObject discard(JsonObject body) {
        links.remove(body.getString("caseId"));
        return new JsonObject();
    }

    private JsonObject resolve(JsonObject body) {
        var found = new JsonArray();
        links.values().stream()
                .filter(held -> held.handle().equals(body.getString("handle"))
                        || (held.fileNumber() != null && held.fileNumber().equals(body.getString("fileNumber"))))
                .forEach(held -> found.add(held.pair()));
        if (found.isEmpty()) {
            throw new Refused(404, "LINK_UNKNOWN");
        }
        return new JsonObject().put("links", found);
    }

    private JsonObject names(JsonObject body) {
        var names = new JsonObject();
        body.getJsonArray("caseIds").forEach(id -> {
            var held = links.get(String.valueOf(id));
            if (held != null) {
                names.put(
                        held.caseId(),
                        new JsonObject()
                                .put("handle", held.handle())
                                .put("fileNumber", held.fileNumber())
                                .put("claimed", held.fileNumber() != null));
            }
        });
        return new JsonObject().put("names", names);
    }

    private JsonObject unclaimed(JsonObject body) {
        var found = new JsonArray();
        links.values().stream()
                .filter(held -> held.fileNumber() == null)
                .forEach(
                        held -> found.add(held.pair().put("from", held.from()).put("senderFileNumber", held.sender())));
        return new JsonObject().put("links", found);
    }

    private JsonObject claim(JsonObject body) {
        var held = links.values().stream()
                .filter(link -> link.handle().equals(body.getString("handle")))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "LINK_UNKNOWN"));
        links.put(held.caseId(), new Held(held.caseId(), held.handle(), body.getString("fileNumber"), held.from(), ""));
        return new JsonObject();
    }

    private JsonObject open(JsonObject body) {
        var cases = links.values().stream()
                .filter(held -> body.getString("fileNumber").equals(held.fileNumber()))
                .map(Held::caseId)
                .toList();
        if (cases.isEmpty()) {
            throw new Refused(404, "LINK_UNKNOWN");
        }
        requests.computeIfAbsent(
                body.getString("requestId"),
                id -> request(id, body.getString("right"), "receiving", body.getString("receivedOn"), cases));
        return new JsonObject().put("links", new JsonArray()).put("controllers", new JsonArray(controllers));
    }

    private static JsonObject request(String id, String right, String as, String receivedOn, List<String> cases) {
        return new JsonObject()
                .put("requestId", id)
                .put("right", right)
                .put("as", as)
                .put("receivedOn", receivedOn)
                .put("cases", new JsonArray(cases))
                .put("stage", "open");
    }

    private JsonObject list(JsonObject body) {
        var all = new JsonArray();
        requests.values().forEach(request -> {
            var shown = new JsonArray();
            request.getJsonArray("cases").forEach(id -> {
                var held = links.get(String.valueOf(id));
                if (held != null) {
                    shown.add(held.pair().put("fileNumber", held.fileNumber()));
                }
            });
            all.add(request.copy().put("links", shown));
        });
        return new JsonObject().put("requests", all);
    }

    private JsonObject retain(JsonObject body) {
        known(body).put("stage", "retained");
        return new JsonObject();
    }

    private JsonObject prepare(JsonObject body) {
        var request = known(body);
        if (!request.containsKey("batch")) {
            var values = new TreeSet<String>();
            while (values.size() < 32) {
                values.add(hex());
            }
            request.put("batch", hex()).put("tombstones", new JsonArray(List.copyOf(values)));
            request.put("stage", "prepared");
        }
        return new JsonObject()
                .put("batch", request.getString("batch"))
                .put("tombstones", request.getJsonArray("tombstones"));
    }

    private JsonObject destroy(JsonObject body) {
        var request = known(body);
        if (destructionRefused) {
            throw new Refused(409, "TOMBSTONES_NOT_SHOWN");
        }
        if (!request.containsKey("commitments")) {
            var commitments = new JsonArray();
            request.getJsonArray("cases").forEach(id -> {
                links.remove(String.valueOf(id));
                commitments.add(hex() + hex());
            });
            request.put("commitments", commitments).put("stage", "destroyed");
        }
        return new JsonObject()
                .put("commitments", request.getJsonArray("commitments"))
                .put("receipt", "signed-by-the-privacy-service");
    }

    private JsonObject close(JsonObject body) {
        requests.remove(body.getString("requestId"));
        return new JsonObject();
    }

    private JsonObject known(JsonObject body) {
        var request = requests.get(body.getString("requestId"));
        if (request == null) {
            throw new Refused(404, "REQUEST_UNKNOWN");
        }
        return request;
    }

    private static String hex() {
        var random = ThreadLocalRandom.current();
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    private static String handle() {
        var text = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            text.append(CROCKFORD.charAt(ThreadLocalRandom.current().nextInt(32)));
        }
        return text.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
