// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caseledger.network.postgres.PostgresServer;
import org.caseledger.privacy.fixture.Caller;
import org.caseledger.privacy.fixture.FakeLedger;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Management;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.fixture.ServiceProcess;
import org.caseledger.privacy.fixture.TestAuthority;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marked file numbers are planted through every route, then searched in everything that was written. */
final class CanaryIT {

    private static final String PREFIX = "/internal/v1/";
    private static final String CANARY = "TEST-CANARY";

    private final List<String> answers = new ArrayList<>();

    @Test
    void no_identifier_lies_outside_the_encrypted_pages(@TempDir Path directory) throws Exception {
        Path postgres = directory.resolve("postgres");
        List<String> secrets = new ArrayList<>(List.of(CANARY, "canary-malformed"));
        PostgresServer server = PostgresServer.start(postgres);
        TestAuthority authority = new TestAuthority(directory, "AT-DUBLIN", server.database("privacy_at_dublin"));
        try (Node austria = new Node(authority, new FakeLedger());
                ServiceProcess process = ServiceProcess.start(austria.options(), directory.resolve("process"));
                Caller gateway = new Caller(authority.gatewayTls(), authority, austria.port())) {
            Futures.await("ready", () -> answers(gateway));
            secrets.addAll(plant(gateway));
            server.close();
            Futures.await(
                    "storage away",
                    () -> gateway.post(PREFIX + "links/create", link(Ids.hex128(), CANARY + "9"))
                                    .status()
                            == 503);
            String metrics = metrics(process.printed());
            process.kill();

            for (String secret : secrets) {
                assertThat(process.printed()).doesNotContain(secret);
                assertThat(metrics).contains("caseledger_privacy_calls").doesNotContain(secret);
                assertThat(answers).noneMatch(answer -> answer.contains(secret));
                assertThat(filesWith(secret, postgres.resolve("data"))).isEmpty();
                assertThat(filesWith(secret, postgres.resolve("postgres.log"))).isEmpty();
                assertThat(filesWith(secret, authority.rootStore())).isEmpty();
            }
        } finally {
            server.close();
        }
    }

    /** @return handles and case ids, which nothing may hold either */
    private List<String> plant(Caller gateway) {
        List<String> planted = new ArrayList<>();
        for (int each = 1; each <= 5; each++) {
            String caseId = Ids.hex128();
            String handle = gateway.post(PREFIX + "links/create", link(caseId, CANARY + each))
                    .body()
                    .getString("handle");
            planted.addAll(List.of(caseId, handle));
            refuse(gateway, "links/create", link(caseId, CANARY + "0"));
            refuse(gateway, "links/create", link(caseId, "canary-malformed"));
            refuse(gateway, "links/create", link(caseId, CANARY + each).put("unknown", CANARY));
            refuse(
                    gateway,
                    "links/claim",
                    new JsonObject().put("handle", handle).put("fileNumber", CANARY + "8"));
            refuse(gateway, "links/" + CANARY, new JsonObject());
            String requestId = Ids.hex128();
            gateway.post(PREFIX + "requests/open", request(requestId, CANARY + each));
            refuse(gateway, "requests/open", request(requestId, CANARY + "7"));
            gateway.post(PREFIX + "requests/prepare", new JsonObject().put("requestId", requestId));
            refuse(gateway, "requests/destroy", new JsonObject().put("requestId", requestId));
        }
        return planted;
    }

    private void refuse(Caller gateway, String route, JsonObject body) {
        Caller.Answer answer = gateway.post(PREFIX + route, body);
        assertThat(answer.status()).isBetween(400, 499);
        answers.add(answer.body().encode());
    }

    private static JsonObject link(String caseId, String fileNumber) {
        return new JsonObject().put("caseId", caseId).put("fileNumber", fileNumber);
    }

    private static JsonObject request(String requestId, String fileNumber) {
        return new JsonObject()
                .put("requestId", requestId)
                .put("fileNumber", fileNumber)
                .put("right", "erasure")
                .put("receivedOn", "2026-11-21");
    }

    private static boolean answers(Caller gateway) {
        try {
            return gateway.post(PREFIX + "links/unclaimed", new JsonObject()).status() == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private static String metrics(String printed) {
        Matcher port = Pattern.compile("management on port ([0-9]+)").matcher(printed);
        assertThat(port.find()).isTrue();
        return Management.get(Integer.parseInt(port.group(1)), "/metrics");
    }

    private static List<Path> filesWith(String secret, Path directory) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }
}
