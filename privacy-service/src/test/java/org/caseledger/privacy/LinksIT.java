// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.caseledger.privacy.fixture.Caller.Answer;
import org.caseledger.privacy.fixture.Database;
import org.caseledger.privacy.fixture.FakeLedger;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.fixture.TestAuthority;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinksIT {

    private static final String FILE_NUMBER = "TEST-000123";

    private final FakeLedger ledger = new FakeLedger();
    private final String caseId = Ids.hex128();
    private Node austria;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        austria = new Node(new TestAuthority(directory, "AT-DUBLIN", Database.fresh()), ledger);
        austria.start();
    }

    @AfterEach
    void stop() {
        austria.close();
    }

    @Test
    void a_link_is_found_by_handle_and_by_file_number() {
        String handle = create(caseId, FILE_NUMBER);

        JsonArray expected =
                new JsonArray().add(new JsonObject().put("caseId", caseId).put("handle", handle));
        assertThat(handle).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(austria.call("links/resolve", "handle", handle).body().getJsonArray("links"))
                .isEqualTo(expected);
        assertThat(austria.call("links/resolve", "fileNumber", FILE_NUMBER)
                        .body()
                        .getJsonArray("links"))
                .isEqualTo(expected);
    }

    @Test
    void a_link_outlives_a_restart() throws Exception {
        String handle = create(caseId, FILE_NUMBER);

        austria.stop();
        austria.start();

        assertThat(names(caseId).getJsonObject(caseId))
                .isEqualTo(new JsonObject()
                        .put("handle", handle)
                        .put("fileNumber", FILE_NUMBER)
                        .put("claimed", true));
    }

    @Test
    void creating_again_gives_the_same_handle_and_another_file_number_is_refused() {
        String handle = create(caseId, FILE_NUMBER);

        assertThat(create(caseId, FILE_NUMBER)).isEqualTo(handle);
        Answer other = austria.call("links/create", "caseId", caseId, "fileNumber", "TEST-000124");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("CASE_LINKED_OTHERWISE");
    }

    @Test
    void a_file_number_may_have_several_cases() {
        create(caseId, FILE_NUMBER);
        create(Ids.hex128(), FILE_NUMBER);

        assertThat(austria.call("links/resolve", "fileNumber", FILE_NUMBER)
                        .body()
                        .getJsonArray("links"))
                .hasSize(2);
    }

    @Test
    void a_malformed_file_number_is_refused_without_repeating_it() {
        Answer answer = austria.call("links/create", "caseId", caseId, "fileNumber", "wrong-TEST-1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("FILE_NUMBER_MALFORMED");
        assertThat(answer.body().encode()).doesNotContain("wrong-TEST-1");
    }

    @Test
    void what_is_not_known_is_not_found_and_not_named() {
        Answer answer = austria.call("links/resolve", "handle", Ids.handle());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("LINK_UNKNOWN");
        assertThat(names(caseId)).isEmpty();
    }

    @Test
    void a_link_is_discarded_only_while_the_ledger_knows_no_such_case() {
        String handle = create(caseId, FILE_NUMBER);
        String onLedger = Ids.hex128();
        create(onLedger, "TEST-000124");
        ledger.party(onLedger, "requesting", "AT-DUBLIN", "AT-DUBLIN");

        assertThat(austria.call("links/discard", "caseId", caseId).status()).isEqualTo(204);
        assertThat(austria.call("links/discard", "caseId", caseId).status()).isEqualTo(204);
        assertThat(austria.call("links/resolve", "handle", handle).status()).isEqualTo(404);
        assertThat(austria.call("links/resolve", "fileNumber", FILE_NUMBER).status())
                .isEqualTo(404);
        Futures.await(
                "the ledger's news",
                () -> austria.call("links/discard", "caseId", onLedger).status() == 409);
    }

    @Test
    void an_unknown_field_and_a_missing_one_are_refused() {
        assertThat(austria.call("links/create", "caseId", caseId).code()).isEqualTo("BODY_MALFORMED");
        assertThat(austria.call("links/create", "caseId", caseId, "fileNumber", FILE_NUMBER, "name", "x")
                        .code())
                .isEqualTo("BODY_MALFORMED");
        assertThat(austria.call("links/resolve").code()).isEqualTo("BODY_MALFORMED");
        assertThat(austria.call("links/everything").code()).isEqualTo("ROUTE_UNKNOWN");
    }

    private String create(String id, String fileNumber) {
        Answer answer = austria.call("links/create", "caseId", id, "fileNumber", fileNumber);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().getString("handle");
    }

    private JsonObject names(String id) {
        return austria.call("links/names", "caseIds", new JsonArray().add(id), "purpose", "worklist")
                .body()
                .getJsonObject("names");
    }
}
