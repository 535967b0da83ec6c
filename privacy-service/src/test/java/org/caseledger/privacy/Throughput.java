// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.caseledger.privacy.fixture.Database;
import org.caseledger.privacy.fixture.FakeLedger;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.fixture.TestAuthority;
import org.caseledger.privacy.tls.Caller;
import org.caseledger.privacy.tls.MutualTlsClient;
import org.caseledger.privacy.vault.Ids;

/**
 * Measures the service over HTTPS with PostgreSQL on the same machine: {@code Throughput LINKS} prints a line a figure.
 * One run in a fresh JVM; the first tenth of the creates is warm-up and not counted.
 */
public final class Throughput {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int[] IN_FLIGHT = {1, 16, 64};

    private Throughput() {}

    public static void main(String[] arguments) throws Exception {
        int links = Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("throughput");
        try (Node node = new Node(new TestAuthority(directory, "AT-DUBLIN", Database.fresh()), new FakeLedger())) {
            node.start();
            measure(node, links);
            restart(node);
            erase(node);
        }
        System.exit(0);
    }

    private static void measure(Node node, int links) throws Exception {
        Vertx vertx = Vertx.vertx();
        TestAuthority authority = node.authority();
        List<String> cases = new ArrayList<>();
        MutualTlsClient[] clients = new MutualTlsClient[8];
        for (int each = 0; each < clients.length; each++) {
            clients[each] = new MutualTlsClient(
                    vertx,
                    authority.gatewayTls(),
                    URI.create("https://127.0.0.1:" + node.port()),
                    authority.root().certificateFile(),
                    new Caller(authority.id(), Caller.PRIVACY_SERVICE));
        }
        IntFunction<Future<MutualTlsClient.Answer>> create = each -> {
            String caseId = Ids.hex128();
            synchronized (cases) {
                cases.add(caseId);
            }
            return call(
                    clients[each % clients.length],
                    "links/create",
                    new JsonObject().put("caseId", caseId).put("fileNumber", fileNumber(caseId)));
        };
        run("warm-up", links / 10, 64, create);
        for (int inFlight : IN_FLIGHT) {
            run("create", Math.max(2000, links / 20) / (inFlight == 1 ? 4 : 1), inFlight, create);
        }
        run("create up to " + links, links - cases.size(), 64, create);
        for (int inFlight : IN_FLIGHT) {
            run(
                    "resolve",
                    10_000 / (inFlight == 1 ? 4 : 1),
                    inFlight,
                    each -> call(
                            clients[each % clients.length],
                            "links/resolve",
                            new JsonObject()
                                    .put("fileNumber", fileNumber(cases.get((int) (each * 7919L % cases.size()))))));
        }
        node.call("links/create", "caseId", Ids.hex128(), "fileNumber", "TEST-ERASED");
    }

    private static void restart(Node node) throws Exception {
        node.stop();
        long begun = System.nanoTime();
        node.start();
        OUT.printf(Locale.ROOT, "restart until ready: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
    }

    private static void erase(Node node) {
        for (int each = 0; each < 20; each++) {
            node.call("links/create", "caseId", Ids.hex128(), "fileNumber", "TEST-ERASED");
        }
        long begun = System.nanoTime();
        for (int each = 0; each < 20; each++) {
            String caseId = node.call("links/resolve", "fileNumber", "TEST-ERASED")
                    .body()
                    .getJsonArray("links")
                    .getJsonObject(0)
                    .getString("caseId");
            node.call("links/discard", "caseId", caseId);
        }
        OUT.printf(Locale.ROOT, "destroy one after another: %.1f ms each%n", (System.nanoTime() - begun) / 20e6);
    }

    private static void run(String what, int count, int inFlight, IntFunction<Future<MutualTlsClient.Answer>> call)
            throws Exception {
        if (count < 1) {
            return;
        }
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(count);
        long begun = System.nanoTime();
        for (int lane = 0; lane < Math.min(inFlight, count); lane++) {
            step(next, nanos, done, call);
        }
        done.await();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(nanos);
        OUT.printf(
                Locale.ROOT,
                "%s, %d in flight: %.0f/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms (%d calls)%n",
                what,
                inFlight,
                count / seconds,
                nanos[count / 2] / 1e6,
                nanos[count * 95 / 100] / 1e6,
                nanos[count * 99 / 100] / 1e6,
                count);
    }

    private static void step(
            AtomicInteger next, long[] nanos, CountDownLatch done, IntFunction<Future<MutualTlsClient.Answer>> call) {
        int mine = next.getAndIncrement();
        if (mine >= nanos.length) {
            return;
        }
        long begun = System.nanoTime();
        call.apply(mine).onComplete(answer -> {
            if (answer.failed() || answer.result().status() != 200) {
                OUT.println("failed: "
                        + (answer.failed() ? answer.cause() : answer.result().status()));
                System.exit(1);
            }
            nanos[mine] = System.nanoTime() - begun;
            done.countDown();
            step(next, nanos, done, call);
        });
    }

    private static Future<MutualTlsClient.Answer> call(MutualTlsClient client, String route, JsonObject body) {
        return client.call(HttpMethod.POST, "/internal/v1/" + route, Buffer.buffer(body.encode()), 60_000);
    }

    private static String fileNumber(String caseId) {
        return "TEST-" + caseId.toUpperCase(Locale.ROOT);
    }
}
