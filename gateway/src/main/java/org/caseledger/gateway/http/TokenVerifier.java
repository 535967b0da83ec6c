// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks bearer tokens: signature by a key of the set, issuer, audience, lifetime, authority. */
public final class TokenVerifier {

    private static final long FRESH_MILLIS = 10_000;

    private final Vertx vertx;
    private final GatewayOptions.Tokens options;
    private final String authority;
    private final KeySetSource keys;
    private final VerifiedTokens verified = new VerifiedTokens();
    private @Nullable JWTAuth current;
    private long loadedAt;

    public TokenVerifier(Vertx vertx, GatewayOptions.Tokens options, String authority) {
        this.vertx = vertx;
        this.options = options;
        this.authority = authority;
        this.keys = new KeySetSource(vertx, options);
    }

    /** The bearer's roles. Keys are read again, at most every ten seconds, when a token does not fit them. */
    public Future<Set<Role>> verify(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Future.failedFuture(new ProblemException(ProblemCode.TOKEN_MISSING));
        }
        var token = header.substring(7).trim();
        return verified.find(token, System.currentTimeMillis())
                .map(Future::succeededFuture)
                .orElseGet(() -> check(token));
    }

    private Future<Set<Role>> check(String token) {
        var credentials = new TokenCredentials(token);
        return verifier()
                .compose(auth -> auth.authenticate(credentials)
                        .recover(unfit -> fresh().compose(again -> again.authenticate(credentials))))
                .map(user -> verified.keep(token, roles(user), expiry(user), System.currentTimeMillis()))
                .recover(failed -> Future.failedFuture(
                        failed instanceof ProblemException ? failed : new ProblemException(ProblemCode.TOKEN_INVALID)));
    }

    private static long expiry(User user) {
        if (user.attributes().getValue("exp") instanceof Number seconds) {
            return seconds.longValue() * 1_000;
        }
        throw new ProblemException(ProblemCode.TOKEN_INVALID);
    }

    private Set<Role> roles(User user) {
        var claims = user.principal();
        if (!authority.equals(claims.getValue("authority"))) {
            throw new ProblemException(ProblemCode.TOKEN_OF_ANOTHER_AUTHORITY);
        }
        return claims.getJsonArray("roles", new JsonArray()).stream()
                .flatMap(word -> Role.of(String.valueOf(word)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Future<JWTAuth> verifier() {
        return current == null ? load() : Future.succeededFuture(current);
    }

    private Future<JWTAuth> fresh() {
        return System.currentTimeMillis() - loadedAt < FRESH_MILLIS
                ? Future.failedFuture(new ProblemException(ProblemCode.TOKEN_INVALID))
                : load();
    }

    private Future<JWTAuth> load() {
        return keys.load()
                .map(set -> {
                    var auth = JWTAuth.create(vertx, authOptions(set));
                    current = auth;
                    loadedAt = System.currentTimeMillis();
                    return auth;
                })
                .recover(failed -> Future.failedFuture(new ProblemException(ProblemCode.TOKEN_KEYS_UNAVAILABLE)));
    }

    private JWTAuthOptions authOptions(JsonObject set) {
        var auth = new JWTAuthOptions()
                .setJWTOptions(new JWTOptions().setIssuer(options.issuer()).setAudience(List.of(options.audience())));
        set.getJsonArray("keys").forEach(key -> auth.addJwk((JsonObject) key));
        return auth;
    }
}
