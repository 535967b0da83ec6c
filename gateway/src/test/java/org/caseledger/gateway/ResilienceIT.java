// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.caseledger.gateway.house.Api;
import org.caseledger.gateway.house.AuthorityHouse;
import org.caseledger.gateway.house.Await;
import org.caseledger.gateway.house.Bodies;
import org.caseledger.gateway.house.House;
import org.caseledger.gateway.http.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is away, behind or killed: nothing is lost, nothing is doubled, and everybody is told what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResilienceIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final House house;
    private final AuthorityHouse austria;

    ResilienceIT(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN").found();
        austria = house.of("AT-DUBLIN").start();
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void a_database_that_goes_away_makes_it_not_ready_and_it_recovers_by_itself() {
        var handle = opened("TEST-000201");
        var key = UUID.randomUUID().toString();
        house.stopPostgres();
        try {
            Await.until("it is not ready", SOON, () -> austria.management("/readyz") == 503);
            var refused = api().post("/cases/" + handle + "/steps", key, Bodies.request("2015-03-09"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("READ_MODEL_UNAVAILABLE");
            assertThat(refused.body().path("retryable").asBoolean()).isTrue();
            assertThat(austria.management("/livez")).isEqualTo(200);
        } finally {
            house.startPostgres();
        }
        Await.until("it is ready again", SOON, () -> austria.management("/readyz") == 200);
        assertThat(api().post("/cases/" + handle + "/steps", key, Bodies.request("2015-03-09"))
                        .status())
                .isEqualTo(201);
        assertThat(entries(handle)).isEqualTo(2);
    }

    @Test
    void endorsers_that_are_behind_are_not_a_refusal_and_the_step_is_recorded_once_they_caught_up() {
        var handle = opened("TEST-000202");
        var key = UUID.randomUUID().toString();
        house.ledger().suspendCommits("BG-DUBLIN");
        house.ledger().suspendCommits("DE-DUBLIN");
        Api.Reply disagreed;
        try {
            assertThat(api().post("/cases", Bodies.open("TEST-000203")).status())
                    .isIn(201, 202, 503);
            api().post("/cases/" + handle + "/steps?until=accepted", Bodies.request("2015-03-09"));
            disagreed = api().post(
                            "/cases/" + handle + "/steps", key, Bodies.step("hit", "requesting", "2015-03-08", "{}"));
        } finally {
            house.ledger().resumeCommits("BG-DUBLIN");
            house.ledger().resumeCommits("DE-DUBLIN");
        }
        assertThat(disagreed.status()).as(disagreed.body().toString()).isIn(201, 202, 503);
        if (disagreed.status() == 503) {
            assertThat(disagreed.body().path("retryable").asBoolean()).isTrue();
        }
        Await.until("it went on by itself", SOON, () -> api().get("/operations/" + key)
                .text("/state")
                .equals("committed"));
        assertThat(entries(handle)).isEqualTo(3);
    }

    @Test
    void what_was_accepted_before_a_stop_is_committed_after_the_next_start() throws Exception {
        var handle = opened("TEST-000204");
        var key = UUID.randomUUID().toString();
        var accepted = api().post("/cases/" + handle + "/steps?until=accepted", key, Bodies.request("2015-03-09"));
        assertThat(accepted.status()).isEqualTo(202);

        austria.restart();

        Await.until("it is committed", SOON, () -> api().get("/operations/" + key)
                .text("/state")
                .equals("committed"));
        assertThat(entries(handle)).isEqualTo(2);
    }

    @Test
    void a_read_model_of_another_ledger_is_refused_with_what_to_do() throws Exception {
        opened("TEST-000205");
        austria.stop();
        sql("UPDATE checkpoint SET genesis = sha256(genesis)");
        try {
            var refused = GatewayService.create(austria.options());
            refused.start().toCompletionStage().toCompletableFuture().get();
            var uri = java.net.URI.create("http://127.0.0.1:" + refused.managementPort() + "/readyz");
            Await.until("it says so", SOON, () -> body(uri).contains("foreign-ledger"));
            assertThat(body(uri)).contains("empty database");
            refused.close().toCompletionStage().toCompletableFuture().get();
        } finally {
            sql("DELETE FROM checkpoint; TRUNCATE docket, entry, party, governance, tombstone_batch, change");
            austria.restart();
        }
        Await.until("the blocks are read again", SOON, () -> found("TEST-000205") == 1);
    }

    @Test
    void a_privacy_service_that_is_away_is_told_apart_from_a_refusal_and_the_key_can_be_used_again() {
        var key = UUID.randomUUID().toString();
        austria.privacy().away(true);
        var away = api().post("/cases", key, Bodies.open("TEST-000206"));
        austria.privacy().away(false);

        assertThat(away.code()).isEqualTo("LINKS_UNAVAILABLE");
        assertThat(away.body().path("retryable").asBoolean()).isTrue();
        assertThat(api().post("/cases", key, Bodies.open("TEST-000206")).status())
                .isEqualTo(201);
    }

    @Test
    void what_a_kill_left_unprepared_is_taken_back_without_touching_the_repeated_call() throws Exception {
        var key = UUID.randomUUID().toString();
        austria.privacy().hold("links/create");
        assertThat(api().post("/cases?until=accepted", key, Bodies.open("TEST-000207"))
                        .code())
                .isEqualTo("LINKS_UNAVAILABLE");
        austria.privacy().release();
        var linked = austria.privacy().newest();

        austria.privacy().hold("links/discard");
        austria.restart();
        var repeated = api().post("/cases", key, Bodies.open("TEST-000207"));
        Await.until("the old link is being taken back", SOON, () -> austria.privacy()
                .holds());
        austria.privacy().release();

        assertThat(repeated.status()).as(repeated.body().toString()).isEqualTo(201);
        assertThat(entries(repeated.text("/handle"))).isEqualTo(1);
        assertThat(austria.privacy().caseIds()).doesNotContain(linked);
        assertThat(found("TEST-000207")).isEqualTo(1);
    }

    private String opened(String fileNumber) {
        var opened = api().post("/cases", Bodies.open(fileNumber));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened.text("/handle");
    }

    private int found(String fileNumber) {
        return api().post("/cases/search", "{\"fileNumber\":\"" + fileNumber + "\"}")
                .body()
                .path("items")
                .size();
    }

    private int entries(String handle) {
        return api().get("/cases/" + handle).body().path("entries").asInt();
    }

    private Api api() {
        return austria.as(Role.CASEWORKER);
    }

    private void sql(String statement) throws SQLException {
        var database = austria.options().database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static String body(java.net.URI uri) {
        try {
            return java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(uri).build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException down) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
