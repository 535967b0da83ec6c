// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.TlsService;
import org.caseledger.privacy.fixture.Caller;
import org.caseledger.privacy.fixture.Consortium;
import org.caseledger.privacy.options.PrivacyOptions.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallersIT {

    private static final String INTERNAL = "/internal/v1/links/unclaimed";
    private static final String PEER = "/peer/v1/receiver-key";

    private Path directory;
    private Consortium consortium;

    @BeforeEach
    void start(@TempDir Path fresh) throws Exception {
        directory = fresh;
        consortium = new Consortium(fresh);
        consortium.start();
    }

    @AfterEach
    void stop() {
        consortium.close();
    }

    @Test
    void only_the_own_gateway_may_call_the_internal_routes() throws Exception {
        var austria = consortium.austria.authority();
        var bulgaria = consortium.bulgaria.authority();

        assertThat(status(austria.gatewayTls(), INTERNAL)).isEqualTo(200);
        assertThat(status(bulgaria.gatewayTls(), INTERNAL)).isEqualTo(403);
        assertThat(status(austria.tls(austria.privacyService()), INTERNAL)).isEqualTo(403);
        assertThat(status(bulgaria.tls(bulgaria.privacyService()), INTERNAL)).isEqualTo(403);
    }

    @Test
    void only_another_privacy_service_may_call_the_peer_routes() throws Exception {
        var austria = consortium.austria.authority();
        var bulgaria = consortium.bulgaria.authority();

        assertThat(status(bulgaria.tls(bulgaria.privacyService()), PEER)).isEqualTo(200);
        assertThat(status(bulgaria.gatewayTls(), PEER)).isEqualTo(403);
        assertThat(status(austria.tls(austria.privacyService()), PEER)).isEqualTo(403);
        assertThat(status(austria.gatewayTls(), PEER)).isEqualTo(403);
    }

    @Test
    void a_certificate_that_another_authority_issued_in_this_ones_name_is_refused() throws Exception {
        Credential forged = forgedByBulgaria();

        assertThat(status(consortium.austria.authority().tls(forged), INTERNAL)).isEqualTo(403);
    }

    @Test
    void a_foreign_certificate_does_not_come_through_the_handshake() {
        AuthorityIssuer foreign = AuthorityIssuer.open(directory.resolve("foreign"), "AT-DUBLIN", "AT");
        Tls identity = consortium.austria.authority().tls(foreign.tls(TlsService.GATEWAY, "gateway"));

        assertThatThrownBy(() -> status(identity, INTERNAL)).isInstanceOf(AssertionError.class);
    }

    /** Bulgaria's own TLS CA, moved under Austria's name, issues a gateway certificate. */
    private Credential forgedByBulgaria() throws Exception {
        Path material = directory.resolve("certificates");
        Path forgery = directory.resolve("forgery");
        Files.createDirectories(forgery.resolve("AT-DUBLIN").resolve("tlsca"));
        for (String name : new String[] {"tls-ca.pem", "tls-ca.key"}) {
            Files.copy(
                    material.resolve("BG-DUBLIN").resolve("tlsca").resolve(name),
                    forgery.resolve("AT-DUBLIN").resolve("tlsca").resolve(name));
        }
        return AuthorityIssuer.open(forgery, "AT-DUBLIN", "AT").tls(TlsService.GATEWAY, "gateway");
    }

    private int status(Tls identity, String route) throws Exception {
        try (Caller caller = new Caller(identity, consortium.austria.authority(), consortium.austria.port())) {
            return caller.post(route, new JsonObject()).status();
        }
    }
}
