// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data subjects' requests at one authority; an erasure from its request to its receipt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataProtectionIT {

    private final String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();

    private final House house;
    private final AuthorityHouse austria;
    private final Api caseworker;
    private final Api desk;

    DataProtectionIT(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN").found();
        austria = house.of("AT-DUBLIN").start();
        caseworker = austria.as(Role.CASEWORKER);
        desk = austria.as(Role.DATA_PROTECTION_DESK);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void an_erasure_is_held_back_by_retention_then_carried_out_confirmed_and_forgotten() {
        closedCase("TEST-000101");
        var request = request("TEST-000101", yesterday);
        var id = request.text("/request");
        assertThat(request.text("/retention/reason")).isEqualTo("period-over");

        var tooEarly = desk.post("/requests/" + id + "/decision", decision("2020-01-01"));
        assertThat(tooEarly.code()).isEqualTo("RETENTION_RUNS");
        assertThat(tooEarly.text("/fields/until")).isEqualTo("2025-09-24");
        assertThat(desk.get("/requests/" + id + "/receipt").code()).isEqualTo("RECEIPT_NOT_READY");

        var key = UUID.randomUUID().toString();
        var decided = desk.post("/requests/" + id + "/decision", key, decision(yesterday));
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(201);
        assertThat(decided.text("/stage")).isEqualTo("confirmed");
        assertThat(decided.body().path("cases")).isEmpty();
        assertThat(desk.post("/requests/" + id + "/decision", key, decision(yesterday))
                        .status())
                .isEqualTo(201);
        assertThat(desk.post("/requests/" + id + "/decision", decision(yesterday))
                        .code())
                .isEqualTo("DECISION_TAKEN");

        var receipt = desk.get("/requests/" + id + "/receipt");
        assertThat(receipt.text("/receipt")).isEqualTo("signed-by-the-privacy-service");
        assertThat(receipt.body().path("positions")).hasSize(2);
        assertThat(receipt.text("/positions/0/kind")).isEqualTo("tombstones");
        assertThat(receipt.body().at("/positions/1/block").asLong())
                .isGreaterThan(receipt.body().at("/positions/0/block").asLong());

        assertThat(desk.post("/requests/" + id + "/closure", "").text("/stage")).isEqualTo("closed");
        assertThat(desk.get("/requests/" + id + "/receipt").code()).isEqualTo("RECEIPT_NOT_READY");
        assertThat(caseworker
                        .post("/cases/search", "{\"fileNumber\":\"TEST-000101\"}")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_request_of_2016_is_answered_with_a_retention_and_its_ground() {
        closedCase("TEST-000102");
        var id = request("TEST-000102", "2016-05-02").text("/request");

        var incomplete =
                desk.post("/requests/" + id + "/decision", "{\"decision\":\"retained\",\"decidedOn\":\"2016-05-20\"}");
        var retained = desk.post(
                "/requests/" + id + "/decision",
                "{\"decision\":\"retained\",\"ground\":\"retention-duty\",\"until\":\"2025-09-24\","
                        + "\"decidedOn\":\"2016-05-20\"}");

        assertThat(incomplete.code()).isEqualTo("DECISION_INCOMPLETE");
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);
        assertThat(retained.text("/stage")).isEqualTo("retained");
        assertThat(retained.text("/decisions/0/ground")).isEqualTo("retention-duty");
        assertThat(caseworker
                        .post("/cases/search", "{\"fileNumber\":\"TEST-000102\"}")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void an_erasure_that_the_privacy_service_could_not_finish_goes_on_by_itself() {
        closedCase("TEST-000103");
        var id = request("TEST-000103", yesterday).text("/request");
        austria.privacy().refuseDestruction(true);

        var decided = desk.post("/requests/" + id + "/decision", decision(yesterday));
        assertThat(decided.status()).isEqualTo(202);
        assertThat(decided.text("/stage")).isEqualTo("erasing");

        austria.privacy().refuseDestruction(false);
        Await.until("the erasure is confirmed", Duration.ofSeconds(30), () -> desk.get("/requests/" + id)
                .text("/stage")
                .equals("confirmed"));
    }

    @ParameterizedTest
    @CsvSource({
        "access,        TEST-000111, given,    none",
        "rectification, TEST-000112, rectify,  none",
        "restriction,   TEST-000113, restrict, accuracy",
        "objection,     TEST-000114, go-on,    legal-claims"
    })
    void each_right_has_its_own_procedure_and_decides_in_its_words(
            String right, String fileNumber, String decision, String ground) {
        closedCase(fileNumber);
        var request = request(fileNumber, right, yesterday);
        var path = "/requests/" + request.text("/request");
        assertThat(request.text("/right")).isEqualTo(right);
        assertThat(request.text("/evaluation/definition/id")).isEqualTo("gdpr-" + right + "@1");

        var erased = desk.post(path + "/decision", decision(yesterday));
        var decided = desk.post(
                path + "/decision",
                "{\"decision\":\"%s\",\"ground\":\"%s\",\"decidedOn\":\"%s\"}".formatted(decision, ground, yesterday));

        assertThat(erased.code()).isEqualTo("ATTRIBUTE_VALUE");
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(201);
        assertThat(decided.text("/stage")).isEqualTo("decided");
        assertThat(decided.text("/decisions/0/decision")).isEqualTo(decision);
        assertThat(decided.body().path("cases")).hasSize(1);
        assertThat(desk.get(path + "/receipt").code()).isEqualTo("RECEIPT_NOT_READY");
        assertThat(desk.post(path + "/closure", "").text("/stage")).isEqualTo("closed");
    }

    @Test
    void what_was_done_about_a_request_is_recorded_in_its_procedure() {
        closedCase("TEST-000115");
        var path = "/requests/"
                + request("TEST-000115", "rectification", yesterday).text("/request");
        var corrected = "{\"step\":\"corrected\",\"occurredOn\":\"%s\",\"attributes\":{\"how\":\"file-number\"}}"
                .formatted(yesterday);
        var key = UUID.randomUUID().toString();

        var tooEarly = desk.post(path + "/steps", corrected);
        desk.post(path + "/decision", "{\"decision\":\"rectify\",\"decidedOn\":\"" + yesterday + "\"}");
        var recorded = desk.post(path + "/steps", key, corrected);
        var again = desk.post(path + "/steps", key, corrected);
        var confirmed = desk.post(path + "/steps", corrected.replace("corrected", "confirmed"));

        assertThat(tooEarly.code()).isEqualTo("NOT_ENABLED");
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        assertThat(recorded.body().at("/evaluation/limits").toString()).contains("\"limit\":\"correct\"");
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(confirmed.code()).isEqualTo("FIELD_MALFORMED");
    }

    @Test
    void a_file_number_that_nothing_is_linked_to_opens_no_request() {
        var refused = desk.post("/requests", body("TEST-000199", yesterday));

        assertThat(refused.code()).isEqualTo("REQUEST_WITHOUT_CASE");
        assertThat(desk.get("/requests/" + "0".repeat(32)).code()).isEqualTo("REQUEST_NOT_HERE");
    }

    @Test
    void the_worklist_of_the_desk_shows_what_is_to_be_answered_and_the_caseworkers_does_not() {
        closedCase("TEST-000104");
        var id = request("TEST-000104", yesterday).text("/request");

        assertThat(desk.get("/worklist?limit=200").body().toString()).contains(id);
        assertThat(caseworker.get("/worklist?limit=200").body().toString()).doesNotContain(id);
        assertThat(austria.as(Role.DATA_PROTECTION_OFFICER)
                        .get("/requests?limit=200")
                        .body()
                        .toString())
                .contains(id);
    }

    /** Lodged, requested, accepted by silence, lapsed: over since 24.09.2015 or later. */
    private void closedCase(String fileNumber) {
        var opened = caseworker.post("/cases", Bodies.open(fileNumber));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        var requested = caseworker.post("/cases/" + opened.text("/handle") + "/steps", Bodies.request("2015-03-09"));
        assertThat(requested.status()).as(requested.body().toString()).isEqualTo(201);
    }

    private Api.Reply request(String fileNumber, String receivedOn) {
        return request(fileNumber, "erasure", receivedOn);
    }

    private Api.Reply request(String fileNumber, String right, String receivedOn) {
        austria.privacy().controllers(List.of());
        var opened = desk.post("/requests", body(fileNumber, receivedOn).replace("erasure", right));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened;
    }

    private static String body(String fileNumber, String receivedOn) {
        return "{\"fileNumber\":\"%s\",\"right\":\"erasure\",\"receivedOn\":\"%s\"}".formatted(fileNumber, receivedOn);
    }

    private static String decision(String on) {
        return "{\"decision\":\"destroyed\",\"decidedOn\":\"" + on + "\"}";
    }
}
