// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.caseledger.privacy.fixture.Caller;
import org.caseledger.privacy.fixture.Database;
import org.caseledger.privacy.fixture.FakeLedger;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.fixture.ServiceProcess;
import org.caseledger.privacy.fixture.TestAuthority;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's own process is killed at random moments while links are created and destroyed. */
final class KilledServiceIT {

    private static final String PREFIX = "/internal/v1/links/";
    private static final int WRITERS = 4;

    private final Set<String> kept = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> destroyed = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Random random = new Random(20261121);

    @Test
    void no_acknowledged_link_is_lost_and_none_that_was_destroyed_comes_back(@TempDir Path directory) throws Exception {
        killAndCompare(directory, 4);
    }

    @Test
    @Tag("deep")
    void nor_in_many_kills(@TempDir Path directory) throws Exception {
        killAndCompare(directory, 100);
    }

    private void killAndCompare(Path directory, int kills) throws Exception {
        try (Node austria = new Node(new TestAuthority(directory, "AT-DUBLIN", Database.fresh()), new FakeLedger())) {
            for (int kill = 0; kill < kills; kill++) {
                runAndKill(austria, directory.resolve("process"));
            }
            austria.start();
            assertThat(kept).hasSizeGreaterThan(kills);
            for (String caseId : kept) {
                assertThat(resolve(austria, caseId))
                        .as("a link that was acknowledged")
                        .isEqualTo(200);
            }
            for (String caseId : destroyed) {
                assertThat(resolve(austria, caseId))
                        .as("a link that was destroyed")
                        .isEqualTo(404);
            }
        }
    }

    private void runAndKill(Node austria, Path directory) throws Exception {
        try (ServiceProcess process = ServiceProcess.start(austria.options(), directory);
                Caller gateway = new Caller(austria.authority().gatewayTls(), austria.authority(), austria.port())) {
            Futures.await("ready", () -> answers(gateway));
            List<Thread> writers = IntStream.range(0, WRITERS)
                    .mapToObj(each -> new Thread(() -> write(gateway)))
                    .toList();
            writers.forEach(Thread::start);
            TimeUnit.MILLISECONDS.sleep(150 + random.nextInt(500));
            process.kill();
            for (Thread writer : writers) {
                writer.join(TimeUnit.SECONDS.toMillis(30));
            }
        }
    }

    /** Creates links and destroys every third, until the service is gone. */
    private void write(Caller gateway) {
        try {
            for (int turn = 1; ; turn++) {
                String caseId = Ids.hex128();
                post(gateway, "create", new JsonObject().put("caseId", caseId).put("fileNumber", fileNumber(caseId)));
                kept.add(caseId);
                if (turn % 3 == 0) {
                    kept.remove(caseId);
                    post(gateway, "discard", new JsonObject().put("caseId", caseId));
                    destroyed.add(caseId);
                }
            }
        } catch (AssertionError killed) {
            // The call that was under way may have come through or not; neither set holds it.
        }
    }

    private static void post(Caller gateway, String route, JsonObject body) {
        int status = gateway.post(PREFIX + route, body).status();
        if (status >= 300) {
            throw new AssertionError("status " + status);
        }
    }

    private static boolean answers(Caller gateway) {
        try {
            return gateway.post(PREFIX + "unclaimed", new JsonObject()).status() == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private static int resolve(Node austria, String caseId) {
        return austria.call("links/resolve", "fileNumber", fileNumber(caseId)).status();
    }

    private static String fileNumber(String caseId) {
        return "TEST-" + caseId.toUpperCase(Locale.ROOT);
    }
}
