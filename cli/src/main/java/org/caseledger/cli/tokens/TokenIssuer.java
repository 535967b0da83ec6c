// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.UUID;
import org.caseledger.network.NetworkException;

/**
 * Issues ES256 bearer tokens and publishes its public key as a JWKS file. The private key lives in this object only: a
 * new issuer has a new key, and tokens of the one before are worthless.
 */
public final class TokenIssuer {
    public static final String ISSUER = "urn:caseledger:demo";
    public static final Duration VALIDITY = Duration.ofHours(12);

    private final ECKey key;
    private final Path jwks;
    private final Clock clock;

    private TokenIssuer(ECKey key, Path jwks, Clock clock) {
        this.key = key;
        this.jwks = jwks;
        this.clock = clock;
    }

    /**
     * An issuer with a fresh key, whose public half is written to {@code jwks}.
     *
     * @throws NetworkException if the file cannot be written
     */
    public static TokenIssuer create(Path jwks, Clock clock) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            Files.createDirectories(jwks.toAbsolutePath().getParent());
            Files.writeString(jwks, new JWKSet(key).toString(true), StandardCharsets.UTF_8);
            return new TokenIssuer(key, jwks.toAbsolutePath(), clock);
        } catch (IOException e) {
            throw new NetworkException("The token keys cannot be written to " + jwks + ". Check its directory.", e);
        } catch (JOSEException e) {
            throw new NetworkException("This Java cannot make P-256 keys. Use a JDK with the EC provider.", e);
        }
    }

    /**
     * A token for one authority's gateway; audience and authority are its id.
     *
     * @param user what the subject is called: a desk, never a person
     */
    public String token(String authority, String user, DemoRole... roles) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(authority)
                .subject(user)
                .claim("authority", authority)
                .claim("roles", Arrays.stream(roles).map(DemoRole::claim).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .build();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new NetworkException("This Java cannot sign with P-256. Use a JDK with the EC provider.", e);
        }
    }

    /** The published keys, for the gateways' options. */
    public URI jwks() {
        return jwks.toUri();
    }
}
