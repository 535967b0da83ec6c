// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.house;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.GatewayService;
import org.caseledger.gateway.http.Role;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.NodeOu;
import org.caseledger.network.certificates.TlsService;
import org.caseledger.network.embedded.Credentials;
import org.caseledger.network.embedded.EmbeddedLedger;
import org.caseledger.network.embedded.Member;
import org.caseledger.network.postgres.DatabaseAccess;

/** One authority with its keys, its gateway and the contract of its privacy service. */
public final class AuthorityHouse implements AutoCloseable {

    private final AuthorityIssuer issuer;
    private final Tokens tokens;
    private final FakePrivacyService privacy;
    private final GatewayOptions options;
    private GatewayService service;

    AuthorityHouse(
            AuthorityIssuer issuer,
            Tokens tokens,
            FakePrivacyService privacy,
            EmbeddedLedger ledger,
            DatabaseAccess database) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.privacy = privacy;
        this.options = options(ledger, database);
        this.service = GatewayService.create(options);
    }

    static Member member(AuthorityIssuer issuer) {
        return new Member(
                issuer.authority(),
                Member.Role.ENDORSING,
                List.of(issuer.root().certificate()),
                List.of(issuer.issuing().certificate()),
                List.of(issuer.tlsCa().certificate()),
                List.of(),
                credentials(issuer.signing(NodeOu.PEER, "peer"), issuer.issuing()),
                credentials(issuer.tls(TlsService.PEER, "peer")),
                0);
    }

    static Credentials credentials(Credential leaf, Credential... issuers) {
        var chain = new java.util.ArrayList<>(List.of(leaf.certificate()));
        for (var by : issuers) {
            chain.add(by.certificate());
        }
        return new Credentials(chain, leaf.key());
    }

    /** Starts the gateway and waits until it follows the ledger. */
    public AuthorityHouse start() throws Exception {
        service.start().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        Await.until("the gateway is ready", Duration.ofSeconds(20), () -> management("/readyz") == 200);
        return this;
    }

    /** Stops the gateway as an orderly end does, and makes a fresh one of the same options. */
    public AuthorityHouse restart() throws Exception {
        stop();
        service = GatewayService.create(options);
        return start();
    }

    public void stop() throws Exception {
        service.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    public int management(String path) {
        return Await.status(URI.create("http://127.0.0.1:" + service.managementPort() + path));
    }

    public Api as(Role... roles) {
        return anonymous().with(tokens.token(options.authority(), roles));
    }

    public Api anonymous() {
        try {
            return Api.of(service.httpPort(), issuer.tlsCa().certificateFile());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String id() {
        return options.authority();
    }

    public GatewayOptions options() {
        return options;
    }

    public GatewayService service() {
        return service;
    }

    public FakePrivacyService privacy() {
        return privacy;
    }

    public AuthorityIssuer issuer() {
        return issuer;
    }

    private GatewayOptions options(EmbeddedLedger ledger, DatabaseAccess database) {
        Path roots = issuer.tlsCa().certificateFile();
        return new GatewayOptions(
                issuer.authority(),
                issuer.authority().substring(0, 2),
                new GatewayOptions.Ledger(
                        House.CHANNEL,
                        House.CHAINCODE,
                        "127.0.0.1:" + ledger.port(issuer.authority()),
                        roots,
                        pair(issuer.signing(NodeOu.CLIENT, "gateway"))),
                GatewayOptions.Listener.LOOPBACK,
                GatewayOptions.Listener.LOOPBACK,
                GatewayOptions.Listener.LOOPBACK,
                pair(issuer.tls(TlsService.GATEWAY, "gateway")),
                new GatewayOptions.PrivacyService(URI.create("https://127.0.0.1:" + privacy.port()), roots),
                new GatewayOptions.Database(database.jdbcUrl(), database.user(), database.password(), 8),
                new GatewayOptions.Tokens(tokens.jwks().toUri(), null, Tokens.ISSUER, issuer.authority()),
                Pattern.compile("TEST-[0-9]{6}"),
                new GatewayOptions.Retention(Period.ofYears(10), "demo", false),
                new GatewayOptions.Limits(16, 512, 65_536, Duration.ofSeconds(8), Period.ofDays(7)));
    }

    private static GatewayOptions.KeyPair pair(Credential credential) {
        return new GatewayOptions.KeyPair(credential.certificateFile(), credential.keyFile());
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (Exception failed) {
            throw new IllegalStateException("The gateway did not stop", failed);
        }
        privacy.close();
    }
}
