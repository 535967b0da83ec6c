// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final Path jwks;

    TokenIssuerTest(@TempDir Path directory) {
        this.jwks = directory.resolve("tokens/jwks.json");
    }

    @Test
    void a_token_is_verified_with_the_published_key() throws Exception {
        TokenIssuer issuer = TokenIssuer.create(jwks, Clock.fixed(NOW, ZoneOffset.UTC));
        SignedJWT token = SignedJWT.parse(issuer.token("AT-DUBLIN", "desk", DemoRole.CASEWORKER));
        JWKSet published = JWKSet.load(jwks.toFile());

        assertThat(token.verify(new ECDSAVerifier(
                        published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("AT-DUBLIN");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("caseworker");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant()).isEqualTo(NOW.plus(TokenIssuer.VALIDITY));
    }

    @Test
    void the_private_key_is_not_published() throws Exception {
        TokenIssuer.create(jwks, Clock.systemUTC());

        assertThat(Files.readString(jwks)).contains("\"x\"").doesNotContain("\"d\"");
    }

    @Test
    void a_new_issuer_does_not_vouch_for_the_tokens_of_the_one_before() throws Exception {
        SignedJWT old = SignedJWT.parse(
                TokenIssuer.create(jwks, Clock.systemUTC()).token("AT-DUBLIN", "desk", DemoRole.AUDITOR));
        TokenIssuer.create(jwks, Clock.systemUTC());

        assertThat(JWKSet.load(jwks.toFile()).getKeyByKeyId(old.getHeader().getKeyID()))
                .isNull();
    }
}
