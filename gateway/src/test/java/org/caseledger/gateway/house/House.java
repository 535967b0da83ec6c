// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.house;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.gateway.governance.Governance;
import org.caseledger.gateway.governance.Participant;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.NodeOu;
import org.caseledger.network.certificates.TlsService;
import org.caseledger.network.embedded.Consenter;
import org.caseledger.network.embedded.DeployedChaincode;
import org.caseledger.network.embedded.EmbeddedLedger;
import org.caseledger.network.embedded.EmbeddedLedgerOptions;
import org.caseledger.network.embedded.Member;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.network.postgres.PostgresServer;
import org.caseledger.procedure.library.Library;

/** A ledger of some authorities with the real contract, founded, and a PostgreSQL server; gateways as they are asked for. */
public final class House implements AutoCloseable {

    static final String CHANNEL = "asylum";
    static final String CHAINCODE = "caseledger";

    private final Path directory;
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, AuthorityIssuer> issuers = new LinkedHashMap<>();
    private final Map<String, AuthorityHouse> houses = new LinkedHashMap<>();
    private final EmbeddedLedger ledger;
    private PostgresServer postgres;
    private final Tokens tokens;

    private House(Path directory, List<String> authorities) throws Exception {
        this.directory = directory;
        for (var id : authorities) {
            issuers.put(id, AuthorityIssuer.open(directory.resolve("authorities"), id, id.substring(0, 2)));
        }
        this.ledger = EmbeddedLedger.create(EmbeddedLedgerOptions.of(
                directory.resolve("ledger"),
                CHANNEL,
                members(),
                consenters(),
                new DeployedChaincode(CHAINCODE, "0".repeat(64), id -> new CaseledgerChaincode())));
        ledger.start();
        this.postgres = PostgresServer.start(directory.resolve("postgres"));
        this.tokens = Tokens.create(vertx, directory);
    }

    /** Starts ledger and database; nothing is founded yet. */
    public static House start(Path directory, String... authorities) throws Exception {
        return new House(Files.createDirectories(directory), List.of(authorities));
    }

    /** Every authority approves participants, calendars and definitions. */
    public House found() throws Exception {
        var library = Library.shipped()
                .of(List.of(
                        "dublin3-take-back@1",
                        "gdpr-access@1",
                        "gdpr-erasure@1",
                        "gdpr-objection@1",
                        "gdpr-rectification@1",
                        "gdpr-restriction@1"));
        var members = issuers.keySet().stream()
                .map(id -> new Participant(id, id.substring(0, 2)))
                .toList();
        var voices = new ArrayList<Governance>();
        for (var id : issuers.keySet()) {
            voices.add(Governance.connect(id, of(id).options().ledger()));
        }
        voices.forEach(voice -> voice.participants(members));
        library.calendars().forEach(calendar -> voices.forEach(voice -> voice.calendar(calendar.content())));
        library.definitions().forEach(definition -> voices.forEach(voice -> voice.definition(definition.content())));
        voices.forEach(Governance::close);
        return this;
    }

    /** The house of an authority; its gateway is not started by this. */
    public AuthorityHouse of(String id) throws Exception {
        var known = houses.get(id);
        if (known != null) {
            return known;
        }
        var issuer = Objects.requireNonNull(issuers.get(id));
        var privacy = FakePrivacyService.start(
                vertx,
                issuer.tls(TlsService.PRIVACY_SERVICE, "privacy-service"),
                issuer.tlsCa().certificateFile().toString());
        var house = new AuthorityHouse(issuer, tokens, privacy, ledger, database(id));
        houses.put(id, house);
        return house;
    }

    public DatabaseAccess database(String id) {
        return postgres.database(
                "gateway_" + id.toLowerCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    /** Takes the database away. */
    public void stopPostgres() {
        postgres.close();
    }

    /** Brings it back on the same port. */
    public void startPostgres() {
        postgres = PostgresServer.start(directory.resolve("postgres"), postgres.port());
    }

    public EmbeddedLedger ledger() {
        return ledger;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Path directory() {
        return directory;
    }

    private List<Member> members() {
        return issuers.values().stream().map(AuthorityHouse::member).toList();
    }

    private List<Consenter> consenters() {
        var consenters = new ArrayList<Consenter>();
        for (var issuer : issuers.values()) {
            consenters.add(new Consenter(
                    consenters.size() + 1,
                    issuer.authority(),
                    "127.0.0.1",
                    7050,
                    AuthorityHouse.credentials(issuer.signing(NodeOu.ORDERER, "orderer"), issuer.issuing()),
                    issuer.tls(TlsService.ORDERER, "orderer").certificate()));
        }
        return consenters;
    }

    @Override
    public void close() {
        for (var house : houses.values()) {
            house.close();
        }
        ledger.close();
        postgres.close();
        vertx.close();
    }
}
