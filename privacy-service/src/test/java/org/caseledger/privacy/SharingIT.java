// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.caseledger.privacy.fixture.Caller;
import org.caseledger.privacy.fixture.Caller.Answer;
import org.caseledger.privacy.fixture.Consortium;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.share.Envelope;
import org.caseledger.privacy.share.ShareMessage;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharingIT {

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
    void the_bound_party_gets_the_link_as_unclaimed() {
        String caseId = consortium.sharedCase();

        Futures.await("the share", () -> consortium.unclaimed().size() == 1);

        JsonObject received = consortium.unclaimed().getJsonObject(0);
        assertThat(received.getString("caseId")).isEqualTo(caseId);
        assertThat(received.getString("from")).isEqualTo("AT-DUBLIN");
        assertThat(received.getString("senderFileNumber")).isEqualTo(Consortium.AUSTRIAN_FILE);
        assertThat(name(caseId).getValue("fileNumber")).isNull();
        assertThat(name(caseId).getBoolean("claimed")).isFalse();
    }

    @Test
    void a_claim_puts_the_own_file_number_in_the_senders_place() {
        String caseId = consortium.claimedCase();

        assertThat(name(caseId).getString("fileNumber")).isEqualTo(Consortium.BULGARIAN_FILE);
        assertThat(consortium.unclaimed()).isEmpty();
        assertThat(consortium
                        .bulgaria
                        .call("links/resolve", "fileNumber", Consortium.AUSTRIAN_FILE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_receiver_that_was_down_gets_the_share_when_it_is_back() throws Exception {
        consortium.bulgaria.stop();
        consortium.sharedCase();
        consortium.austria.stop();
        consortium.austria.start();

        consortium.bulgaria.start();

        Futures.await("the share", () -> consortium.unclaimed().size() == 1);
    }

    @Test
    void nothing_is_pushed_for_a_binding_that_another_authority_made() {
        String caseId = Ids.hex128();
        consortium.austria.call("links/create", "caseId", caseId, "fileNumber", Consortium.AUSTRIAN_FILE);
        consortium.ledger.party(caseId, "requesting", "AT-DUBLIN", "AT-DUBLIN");
        consortium.ledger.party(caseId, "requested", "BG-DUBLIN", "FR-DUBLIN");
        String marker = consortium.sharedCase();

        Futures.await("the later share", () -> consortium.unclaimed().size() == 1);
        assertThat(consortium.unclaimed().getJsonObject(0).getString("caseId")).isEqualTo(marker);
    }

    @Test
    void a_share_is_refused_until_the_own_ledger_shows_both_as_parties() throws Exception {
        try (Caller austria = peer()) {
            String caseId = Ids.hex128();
            Answer early = push(austria, share(caseId, "AT-DUBLIN"));

            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("NOT_YET_PARTIES");
            assertThat(consortium.unclaimed()).isEmpty();
        }
    }

    @Test
    void a_replayed_message_is_refused_and_makes_no_second_link() throws Exception {
        try (Caller austria = peer()) {
            String caseId = Ids.hex128();
            consortium.ledger.party(caseId, "requesting", "AT-DUBLIN", "AT-DUBLIN");
            consortium.ledger.party(caseId, "requested", "BG-DUBLIN", "AT-DUBLIN");
            String[] sent = new String[1];
            Futures.await("the parties", () -> {
                sent[0] = seal(austria, share(caseId, "AT-DUBLIN"));
                return austria.post("/peer/v1/shares", new JsonObject().put("jwe", sent[0]))
                                .status()
                        == 204;
            });

            Answer replayed = austria.post("/peer/v1/shares", new JsonObject().put("jwe", sent[0]));

            assertThat(replayed.status()).isEqualTo(410);
            assertThat(replayed.code()).isEqualTo("RECEIVER_KEY_UNKNOWN");
            assertThat(consortium.unclaimed()).hasSize(1);
        }
    }

    @Test
    void a_message_in_the_name_of_another_is_refused() throws Exception {
        try (Caller austria = peer()) {
            Answer answer = push(austria, share(Ids.hex128(), "FR-DUBLIN"));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("CALLER_REFUSED");
        }
    }

    @Test
    void a_message_that_does_not_open_is_refused() throws Exception {
        try (Caller austria = peer()) {
            String sealed = seal(austria, share(Ids.hex128(), "AT-DUBLIN"));
            List<String> parts = List.of(sealed.split("\\.", -1));
            String broken =
                    String.join(".", parts.get(0), parts.get(1), parts.get(2), "AAAA" + parts.get(3), parts.get(4));

            Answer answer = austria.post("/peer/v1/shares", new JsonObject().put("jwe", broken));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("MESSAGE_UNREADABLE");
        }
    }

    private Caller peer() throws Exception {
        var sender = consortium.austria.authority();
        return new Caller(
                sender.tls(sender.privacyService()), consortium.bulgaria.authority(), consortium.bulgaria.port());
    }

    private static ShareMessage share(String caseId, String from) {
        return new ShareMessage(Ids.hex128(), caseId, from, Consortium.AUSTRIAN_FILE);
    }

    private static Answer push(Caller caller, ShareMessage message) {
        return caller.post("/peer/v1/shares", new JsonObject().put("jwe", seal(caller, message)));
    }

    private static String seal(Caller caller, ShareMessage message) {
        try {
            JsonObject offered =
                    caller.post("/peer/v1/receiver-key", new JsonObject()).body();
            ECKey key = ECKey.parse(offered.getJsonObject("jwk").encode());
            assertThat(key.isPrivate()).isFalse();
            return Envelope.seal(message, key);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonObject name(String caseId) {
        return consortium
                .bulgaria
                .call("links/names", "caseIds", new JsonArray().add(caseId), "purpose", "worklist")
                .body()
                .getJsonObject("names")
                .getJsonObject(caseId);
    }
}
