// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.caseledger.gateway.house.Api;
import org.caseledger.gateway.house.AuthorityHouse;
import org.caseledger.gateway.house.Bodies;
import org.caseledger.gateway.house.House;
import org.caseledger.gateway.http.Contract;
import org.caseledger.gateway.http.Role;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.TlsService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, by token and by certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final String HANDLE = "0".repeat(26);

    private final House house;
    private final AuthorityHouse austria;

    AccessIT(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN").found();
        austria = house.of("AT-DUBLIN").start();
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void every_operation_refuses_who_has_no_token_and_every_role_that_the_contract_does_not_name() {
        for (var operation : Contract.shipped().operations()) {
            assertThat(call(austria.anonymous(), operation).code())
                    .as(operation.id())
                    .isEqualTo("TOKEN_MISSING");
            for (var role : Role.values()) {
                var reply = call(austria.as(role), operation);
                assertThat(reply.code().equals("ROLE_NOT_ALLOWED"))
                        .as(operation.id() + " for " + role.word())
                        .isEqualTo(!operation.roles().contains(role));
            }
        }
    }

    @Test
    void a_token_that_is_old_foreign_or_changed_is_refused() {
        var tokens = house.tokens();
        var good = tokens.token("AT-DUBLIN", Role.CASEWORKER);
        var api = austria.anonymous();

        assertThat(ask(api.with(good)).status()).isEqualTo(200);
        assertThat(ask(api.with(tokens.token("AT-DUBLIN", "AT-DUBLIN", -60, List.of("caseworker"))))
                        .code())
                .isEqualTo("TOKEN_INVALID");
        assertThat(ask(api.with(tokens.token("AT-DUBLIN", "BG-DUBLIN", 60, List.of("caseworker"))))
                        .code())
                .isEqualTo("TOKEN_INVALID");
        assertThat(ask(api.with(tokens.token("BG-DUBLIN", "AT-DUBLIN", 60, List.of("caseworker"))))
                        .code())
                .isEqualTo("TOKEN_OF_ANOTHER_AUTHORITY");
        assertThat(ask(api.with(good.substring(0, good.length() - 4) + "AAAA")).code())
                .isEqualTo("TOKEN_INVALID");
        assertThat(ask(api.with(tokens.token("AT-DUBLIN", "AT-DUBLIN", 60, List.of("emperor"))))
                        .code())
                .isEqualTo("ROLE_NOT_ALLOWED");
    }

    @Test
    void bad_input_is_told_apart_and_never_repeated() {
        var api = austria.as(Role.CASEWORKER);
        var valid = Bodies.open("TEST-000401");

        assertThat(api.post("/cases", "{").code()).isEqualTo("BODY_NOT_JSON");
        assertThat(api.post("/cases", "[]").code()).isEqualTo("BODY_NOT_JSON");
        assertThat(api.post("/cases", "{\"a\":1,\"a\":2}").code()).isEqualTo("BODY_NOT_JSON");
        assertThat(api.post("/cases", "x".repeat(70_000)).code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(api.post("/cases", (String) null, valid).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(api.post("/cases", "not-a-uuid", valid).code()).isEqualTo("PARAMETER_MALFORMED");
        assertThat(api.post("/cases", valid.replace("TEST-000401", "OTHER-1")).code())
                .isEqualTo("FILE_NUMBER_FOREIGN");
        assertThat(api.post("/cases", valid.replace("2015-03-07", "2015-02-30")).code())
                .isEqualTo("FIELD_MALFORMED");
        assertThat(api.get("/worklist?fileNumber=TEST-000401").code()).isEqualTo("PARAMETER_UNKNOWN");
        assertThat(api.get("/nowhere").code()).isEqualTo("PATH_UNKNOWN");
        assertThat(api.get("/cases").code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(api.get("/cases/" + HANDLE).code()).isEqualTo("HANDLE_UNKNOWN");
        var named = api.post("/cases", valid.replace("\"attributes\":{}", "\"attributes\":{},\"Anna Muster\":1"));
        assertThat(named.code()).isEqualTo("FIELD_UNKNOWN");
        assertThat(named.body().toString()).doesNotContain("Anna");
    }

    @Test
    void only_the_own_privacy_service_reads_the_feed() throws Exception {
        var own = austria.issuer();
        var foreign = house.of("BG-DUBLIN").issuer();

        var news = feed(own.tls(TlsService.PRIVACY_SERVICE, "privacy-service"), "after=0");
        assertThat(news.getLong("height")).isPositive();
        assertThat(news.getJsonArray("changes")).isNotNull();
        assertThat(feed(own.tls(TlsService.GATEWAY, "gateway"), "after=0").getString("code"))
                .isEqualTo("CALLER_NOT_ALLOWED");
        assertThat(feed(own.tls(TlsService.PRIVACY_SERVICE, "privacy-service"), "after=x")
                        .getString("code"))
                .isEqualTo("PARAMETER_MALFORMED");
        Assertions.assertThatThrownBy(() -> feed(foreign.tls(TlsService.PRIVACY_SERVICE, "privacy-service"), "after=0"))
                .isInstanceOf(ExecutionException.class);
        Assertions.assertThatThrownBy(() -> feed(null, "after=0")).isInstanceOf(ExecutionException.class);
    }

    @Test
    void the_feed_tells_of_a_binding_as_soon_as_it_is_in_a_block() throws Exception {
        var caller = austria.issuer().tls(TlsService.PRIVACY_SERVICE, "privacy-service");
        long before = feed(caller, "after=0").getLong("last");
        var opened = austria.as(Role.CASEWORKER).post("/cases", Bodies.open("TEST-000402"));
        assertThat(opened.status()).isEqualTo(201);

        var news = feed(caller, "after=" + before + "&wait=5000");

        var change = news.getJsonArray("changes").getJsonObject(0);
        assertThat(change.getString("kind")).isEqualTo("party");
        assertThat(change.getString("caseId")).isEqualTo(austria.privacy().newest());
        assertThat(change.getString("authority")).isEqualTo("AT-DUBLIN");
        assertThat(change.getLong("seq") >> 24).isEqualTo(news.getLong("height") - 1);
    }

    private static Api.Reply ask(Api api) {
        return api.get("/worklist");
    }

    /** A call that is let in may fail afterwards; only who is let in counts here. */
    private static Api.Reply call(Api api, Contract.Operation operation) {
        var path = operation.path().replace("{handle}", HANDLE).replace("{request}", "0".repeat(32));
        path = path.replace("{operation}", "00000000-0000-0000-0000-000000000000");
        return operation.method().equals("GET") ? api.get(path) : api.post(path, "{}");
    }

    private JsonObject feed(@Nullable Credential caller, String query) throws Exception {
        var options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setTrustOptions(new PemTrustOptions()
                        .addCertPath(austria.issuer().tlsCa().certificateFile().toString()));
        if (caller != null) {
            options.setKeyCertOptions(new PemKeyCertOptions()
                    .setCertPath(caller.certificateFile().toString())
                    .setKeyPath(caller.keyFile().toString()));
        }
        var client = house.vertx().createHttpClient(options);
        try {
            return client.request(
                            HttpMethod.GET, austria.service().feedPort(), "127.0.0.1", "/feed/v1/changes?" + query)
                    .compose(request -> request.send())
                    .compose(response -> response.body())
                    .map(JsonObject::new)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(15, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }
}
