// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.house;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.caseledger.gateway.http.Role;

/** Issues tokens as an authority's identity provider would. */
public final class Tokens {

    public static final String ISSUER = "urn:caseledger:test";

    private final JWTAuth signer;
    private final Path jwks;

    private Tokens(JWTAuth signer, Path jwks) {
        this.signer = signer;
        this.jwks = jwks;
    }

    public static Tokens create(Vertx vertx, Path directory) throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var open = (ECPublicKey) pair.getPublic();
        var key = new JsonObject()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("alg", "ES256")
                .put("use", "sig")
                .put("kid", "test")
                .put("x", number(open.getW().getAffineX()))
                .put("y", number(open.getW().getAffineY()));
        var jwks = directory.resolve("jwks.json");
        Files.writeString(
                jwks, new JsonObject().put("keys", new JsonArray().add(key)).encode());
        var whole = key.copy().put("d", number(((ECPrivateKey) pair.getPrivate()).getS()));
        return new Tokens(JWTAuth.create(vertx, new JWTAuthOptions().addJwk(whole)), jwks);
    }

    Path jwks() {
        return jwks;
    }

    public String token(String authority, Role... roles) {
        return token(
                authority, authority, 600, Arrays.stream(roles).map(Role::word).toList());
    }

    public String token(String authority, String audience, int secondsLeft, List<String> roles) {
        return signer.generateToken(
                new JsonObject()
                        .put("authority", authority)
                        .put("roles", new JsonArray(roles))
                        .put("exp", System.currentTimeMillis() / 1000 + secondsLeft),
                new JWTOptions().setAlgorithm("ES256").setIssuer(ISSUER).addAudience(audience));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var padded = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }
}
