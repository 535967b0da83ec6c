// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.privacy.fixture.Caller;
import org.caseledger.privacy.fixture.Database;
import org.caseledger.privacy.fixture.FakeLedger;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Management;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.fixture.TestAuthority;
import org.caseledger.privacy.tree.CommitStage;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An erasure goes on where it stood, and the service comes back when its database does. */
final class InterruptedErasureIT {

    private static final String PREFIX = "/internal/v1/";
    private static final String FILE_NUMBER = "TEST-000123";

    private final Path directory;
    private final FakeLedger ledger = new FakeLedger();

    InterruptedErasureIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @EnumSource(CommitStage.class)
    void a_destruction_that_failed_after_any_stage_is_completed_by_the_same_call(CommitStage failing) throws Exception {
        AtomicBoolean fail = new AtomicBoolean(true);
        try (Node austria = new Node(new TestAuthority(directory, "AT-DUBLIN", Database.fresh()), ledger)) {
            PrivacyService service = PrivacyService.create(austria.options(), stage -> {
                if (stage == failing && fail.getAndSet(false)) {
                    throw new IllegalStateException("stopped after " + stage);
                }
            });
            Futures.get(service.start());
            Futures.await("ready", service::isReady);
            try (Caller gateway = new Caller(austria.authority().gatewayTls(), austria.authority(), service.port())) {
                JsonObject request = prepared(gateway);

                Futures.await("the failure", () -> destroy(gateway, request).status() == 500);
                Futures.await(
                        "the same call to complete",
                        () -> destroy(gateway, request).status() == 200);

                assertThat(destroy(gateway, request).body().getJsonArray("commitments"))
                        .hasSize(1);
                assertThat(gateway.post(PREFIX + "links/resolve", new JsonObject().put("fileNumber", FILE_NUMBER))
                                .status())
                        .isEqualTo(404);
            } finally {
                Futures.get(service.close());
            }
        }
    }

    @Test
    void a_lost_connection_to_the_database_heals_by_itself() throws Exception {
        DatabaseAccess database = Database.fresh();
        try (Node austria = new Node(new TestAuthority(directory, "AT-DUBLIN", database), ledger)) {
            austria.start();
            String caseId = Ids.hex128();
            austria.call("links/create", "caseId", caseId, "fileNumber", FILE_NUMBER);

            endConnections(database);

            Futures.await(
                    "the service to be back",
                    () -> austria.call("links/create", "caseId", Ids.hex128(), "fileNumber", "TEST-000124")
                                    .status()
                            == 200);
            assertThat(austria.call("links/resolve", "fileNumber", FILE_NUMBER).status())
                    .isEqualTo(200);
            assertThat(austria.service().isReady()).isTrue();
        }
    }

    @Test
    void a_second_service_does_not_work_on_the_same_database() throws Exception {
        try (Node austria = new Node(new TestAuthority(directory, "AT-DUBLIN", Database.fresh()), ledger)) {
            austria.start();
            var options = austria.authority().options(austria.options().feed().getPort(), 0, Map.of());
            PrivacyService second = PrivacyService.create(options);
            Futures.get(second.start());
            try {
                assertThat(Management.get(second.managementPort(), "/readyz")).startsWith("Storage is away");
                assertThat(austria.list("links/unclaimed", "links")).isEmpty();
                assertThat(second.isReady()).isFalse();
            } finally {
                Futures.get(second.close());
            }
        }
    }

    private JsonObject prepared(Caller gateway) {
        gateway.post(
                PREFIX + "links/create",
                new JsonObject().put("caseId", Ids.hex128()).put("fileNumber", FILE_NUMBER));
        JsonObject request = new JsonObject().put("requestId", Ids.hex128());
        gateway.post(
                PREFIX + "requests/open",
                request.copy()
                        .put("fileNumber", FILE_NUMBER)
                        .put("right", "erasure")
                        .put("receivedOn", "2026-11-21"));
        List<String> tombstones =
                gateway.post(PREFIX + "requests/prepare", request).body().getJsonArray("tombstones").stream()
                        .map(String.class::cast)
                        .toList();
        ledger.tombstones(tombstones);
        return request;
    }

    private static Caller.Answer destroy(Caller gateway, JsonObject request) {
        return gateway.post(PREFIX + "requests/destroy", request);
    }

    private static void endConnections(DatabaseAccess database) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }
}
