// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.caseledger.network.certificates.Credential;
import org.caseledger.privacy.fixture.Caller.Answer;
import org.caseledger.privacy.fixture.Consortium;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.receipt.Commitments;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErasureIT {

    private Consortium consortium;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        consortium = new Consortium(directory);
        consortium.start();
    }

    @AfterEach
    void stop() {
        consortium.close();
    }

    @Test
    void each_controller_destroys_its_link_and_resolving_gives_unknown_at_both() throws Exception {
        String caseId = consortium.claimedCase();
        String requestId = consortium.openErasure();

        for (Node node : List.of(consortium.austria, consortium.bulgaria)) {
            Answer destroyed = consortium.erase(node, requestId);

            assertThat(destroyed.status()).isEqualTo(200);
            assertThatReceiptOpens(destroyed, requestId, node);
            assertThat(names(node, caseId)).isEmpty();
        }
        assertThat(status(consortium.austria, Consortium.AUSTRIAN_FILE)).isEqualTo(404);
        assertThat(status(consortium.bulgaria, Consortium.BULGARIAN_FILE)).isEqualTo(404);
    }

    @Test
    void the_register_of_sharing_says_who_the_controllers_are() {
        consortium.claimedCase();

        Answer opened = open(Ids.hex128(), "erasure");

        assertThat(opened.body().getJsonArray("controllers")).containsExactly("BG-DUBLIN");
        assertThat(opened.body().getJsonArray("links")).hasSize(1);
    }

    @Test
    void the_other_controller_sees_the_request_with_its_own_file_number() {
        String caseId = consortium.claimedCase();
        String requestId = consortium.openErasure();

        JsonObject told = consortium.bulgaria.list("requests/list", "requests").getJsonObject(0);

        assertThat(told.getString("requestId")).isEqualTo(requestId);
        assertThat(told.getString("as")).isEqualTo("controller");
        assertThat(told.getString("right")).isEqualTo("erasure");
        assertThat(told.getString("stage")).isEqualTo("open");
        JsonObject link = told.getJsonArray("links").getJsonObject(0);
        assertThat(link.getString("caseId")).isEqualTo(caseId);
        assertThat(link.getString("fileNumber")).isEqualTo(Consortium.BULGARIAN_FILE);
    }

    @Test
    void nothing_is_destroyed_before_the_ledger_shows_the_tombstones() {
        String caseId = consortium.claimedCase();
        String requestId = consortium.openErasure();
        consortium.bulgaria.call("requests/prepare", "requestId", requestId);

        Answer early = consortium.bulgaria.call("requests/destroy", "requestId", requestId);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("TOMBSTONES_NOT_SHOWN");
        assertThat(names(consortium.bulgaria, caseId)).hasSize(1);
    }

    @Test
    void nothing_is_destroyed_before_every_controller_was_told() throws Exception {
        consortium.claimedCase();
        String requestId = Ids.hex128();
        open(requestId, "erasure");
        List<String> tombstones = tombstones(consortium.austria, requestId);
        consortium.ledger.tombstones(tombstones);

        Futures.await("the tombstones", () -> consortium
                .austria
                .call("requests/destroy", "requestId", requestId)
                .code()
                .equals("CONTROLLERS_NOT_TOLD"));
    }

    @Test
    void preparing_and_destroying_again_give_the_same_until_closed() {
        consortium.claimedCase();
        String requestId = consortium.openErasure();

        assertThat(tombstones(consortium.bulgaria, requestId))
                .isEqualTo(tombstones(consortium.bulgaria, requestId))
                .hasSize(32)
                .isSorted();
        Answer first = consortium.erase(consortium.bulgaria, requestId);
        Answer again = consortium.bulgaria.call("requests/destroy", "requestId", requestId);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(consortium
                        .bulgaria
                        .call("requests/close", "requestId", requestId)
                        .status())
                .isEqualTo(204);
        assertThat(consortium
                        .bulgaria
                        .call("requests/destroy", "requestId", requestId)
                        .status())
                .isEqualTo(404);
        assertThat(consortium.bulgaria.list("requests/list", "requests")).isEmpty();
    }

    @Test
    void a_retained_request_keeps_the_link_and_can_be_closed() {
        String caseId = consortium.claimedCase();
        String requestId = consortium.openErasure();

        assertThat(consortium
                        .bulgaria
                        .call("requests/retain", "requestId", requestId, "until", "2030-01-01")
                        .status())
                .isEqualTo(204);
        assertThat(consortium
                        .bulgaria
                        .list("requests/list", "requests")
                        .getJsonObject(0)
                        .getString("stage"))
                .isEqualTo("retained");
        assertThat(consortium
                        .bulgaria
                        .call("requests/close", "requestId", requestId)
                        .status())
                .isEqualTo(204);
        assertThat(names(consortium.bulgaria, caseId)).hasSize(1);
    }

    @Test
    void a_prepared_request_cannot_be_closed_before_it_is_destroyed() {
        consortium.claimedCase();
        String requestId = consortium.openErasure();
        tombstones(consortium.bulgaria, requestId);

        assertThat(consortium
                        .bulgaria
                        .call("requests/close", "requestId", requestId)
                        .code())
                .isEqualTo("REQUEST_STAGE");
    }

    @Test
    void a_restriction_blocks_resolving_but_not_deadlines() {
        String caseId = consortium.claimedCase();
        String requestId = Ids.hex128();
        open(requestId, "restriction");

        assertThat(status(consortium.austria, Consortium.AUSTRIAN_FILE)).isEqualTo(423);
        assertThat(names(consortium.austria, caseId)).isEmpty();
        assertThat(names(consortium.austria, caseId, "deadline")).hasSize(1);
        assertThat(consortium
                        .austria
                        .call("requests/prepare", "requestId", requestId)
                        .code())
                .isEqualTo("REQUEST_STAGE");
        consortium.austria.call("requests/close", "requestId", requestId);
        assertThat(status(consortium.austria, Consortium.AUSTRIAN_FILE)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "rectification", "objection"})
    void another_right_reaches_the_other_controller_and_destroys_and_blocks_nothing(String right) {
        consortium.claimedCase();
        String requestId = Ids.hex128();

        Answer opened = open(requestId, right);

        assertThat(opened.body().getJsonArray("controllers")).containsExactly("BG-DUBLIN");
        JsonObject kept = consortium.austria.list("requests/list", "requests").getJsonObject(0);
        assertThat(kept.getString("right")).isEqualTo(right);
        assertThat(consortium
                        .austria
                        .call("requests/prepare", "requestId", requestId)
                        .code())
                .isEqualTo("REQUEST_STAGE");
        assertThat(status(consortium.austria, Consortium.AUSTRIAN_FILE)).isEqualTo(200);
    }

    @Test
    void opening_again_gives_the_same_and_other_content_is_refused() {
        consortium.claimedCase();
        String requestId = Ids.hex128();

        assertThat(open(requestId, "erasure").body())
                .isEqualTo(open(requestId, "erasure").body());
        assertThat(open(requestId, "access").code()).isEqualTo("REQUEST_OPENED_OTHERWISE");
        assertThat(consortium
                        .austria
                        .call(
                                "requests/open",
                                "requestId",
                                Ids.hex128(),
                                "fileNumber",
                                "TEST-NOBODY",
                                "right",
                                "erasure",
                                "receivedOn",
                                "2026-11-21")
                        .code())
                .isEqualTo("LINK_UNKNOWN");
    }

    private static void assertThatReceiptOpens(Answer destroyed, String requestId, Node node) throws Exception {
        JWSObject receipt = JWSObject.parse(destroyed.body().getString("receipt"));
        Credential signer = node.authority().privacyService();
        assertThat(receipt.verify(
                        new ECDSAVerifier((ECPublicKey) signer.certificate().getPublicKey())))
                .isTrue();
        JsonObject payload = new JsonObject(receipt.getPayload().toString());
        assertThat(payload.getString("requestId")).isEqualTo(requestId);
        assertThat(payload.getString("authority")).isEqualTo(node.authority().id());
        JsonObject opening = payload.getJsonArray("openings").getJsonObject(0);
        assertThat(Commitments.of(requestId, opening.getString("tombstone"), opening.getString("r")))
                .isEqualTo(opening.getString("commitment"));
        assertThat(destroyed.body().getJsonArray("commitments")).containsExactly(opening.getString("commitment"));
    }

    private Answer open(String requestId, String right) {
        return consortium.austria.call(
                "requests/open",
                "requestId",
                requestId,
                "fileNumber",
                Consortium.AUSTRIAN_FILE,
                "right",
                right,
                "receivedOn",
                "2026-11-21");
    }

    private static List<String> tombstones(Node node, String requestId) {
        return node.call("requests/prepare", "requestId", requestId).body().getJsonArray("tombstones").stream()
                .map(String.class::cast)
                .toList();
    }

    private static int status(Node node, String fileNumber) {
        return node.call("links/resolve", "fileNumber", fileNumber).status();
    }

    private static JsonObject names(Node node, String caseId) {
        return names(node, caseId, "worklist");
    }

    private static JsonObject names(Node node, String caseId, String purpose) {
        return node.call("links/names", "caseIds", new JsonArray().add(caseId), "purpose", purpose)
                .body()
                .getJsonObject("names");
    }
}
