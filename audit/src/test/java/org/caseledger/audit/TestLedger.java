// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.Certificates;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.NodeOu;
import org.caseledger.network.certificates.TlsService;
import org.caseledger.network.embedded.Consenter;
import org.caseledger.network.embedded.Credentials;
import org.caseledger.network.embedded.DeployedChaincode;
import org.caseledger.network.embedded.EmbeddedLedger;
import org.caseledger.network.embedded.EmbeddedLedgerOptions;
import org.caseledger.network.embedded.Member;
import org.caseledger.procedure.record.CanonicalJson;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.shim.Chaincode;

/** A running embedded ledger with a real client an authority; what an auditor gets from it lies in files. */
final class TestLedger implements AutoCloseable {

    static final List<String> ENDORSING = List.of("AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN", "FR-DUBLIN");
    static final String READER = "EU-SUPERVISOR";
    private static final String CHANNEL = "asylum";

    private final Path directory;
    private final Map<String, AuthorityIssuer> issuers = new LinkedHashMap<>();
    private final Map<String, ManagedChannel> channels = new LinkedHashMap<>();
    private final Map<String, Gateway> gateways = new LinkedHashMap<>();
    private final EmbeddedLedger ledger;
    private int ids;

    TestLedger(Path directory, Function<String, Chaincode> chaincode) {
        this.directory = directory;
        for (var id : ENDORSING) {
            issuers.put(id, AuthorityIssuer.open(directory.resolve("certificates"), id, id.substring(0, 2)));
        }
        issuers.put(READER, AuthorityIssuer.open(directory.resolve("certificates"), READER, "EU"));
        ledger = EmbeddedLedger.create(EmbeddedLedgerOptions.of(
                directory.resolve("ledger"),
                CHANNEL,
                issuers.keySet().stream().map(this::member).toList(),
                consenters(),
                new DeployedChaincode("caseledger", "0".repeat(64), chaincode)));
        ledger.start();
        ENDORSING.forEach(this::connect);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("v", 1);
    }

    String id() {
        return "%032x".formatted(0xfeed_0000 + ++ids);
    }

    JsonNode submit(String authority, String function, Consumer<ObjectNode> fields) {
        try {
            return CanonicalJson.read(contract(authority).submitTransaction(function, argument(fields)));
        } catch (Exception e) {
            throw new AssertionError(function, e);
        }
    }

    static String argument(Consumer<ObjectNode> fields) {
        var argument = object();
        fields.accept(argument);
        return new String(CanonicalJson.write(argument), java.nio.charset.StandardCharsets.UTF_8);
    }

    Contract contract(String authority) {
        return Objects.requireNonNull(gateways.get(authority))
                .getNetwork(CHANNEL)
                .getContract("caseledger");
    }

    Path blocks() {
        return ledger.blockFile();
    }

    /** The directory of the block file. */
    Path copies() {
        return directory.resolve("ledger");
    }

    /** Writes what an auditor brings along. */
    Path trust() {
        var trust = directory.resolve("trust");
        try {
            Files.createDirectories(trust.resolve("roots"));
            Files.writeString(trust.resolve("block0.sha256"), ledger.genesisHash() + "\n");
            for (var issuer : issuers.entrySet()) {
                Files.write(
                        trust.resolve("roots").resolve(issuer.getKey() + ".pem"),
                        Certificates.pem(issuer.getValue().root().certificate()).toByteArray());
            }
            return trust;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An authority's key and certificate. */
    SigningIdentity identity(String authority, NodeOu ou, String name, SignatureProvider provider) {
        var credential = Objects.requireNonNull(issuers.get(authority)).signing(ou, name);
        return new SigningIdentity(authority, credential.certificate(), credential.key(), provider);
    }

    /** The orderers' keys, for a test in which they collude. */
    Map<Integer, SigningIdentity> orderers() {
        return orderers(SignatureProvider.best());
    }

    Map<Integer, SigningIdentity> orderers(SignatureProvider provider) {
        var orderers = new TreeMap<Integer, SigningIdentity>();
        for (var consenter : consenters()) {
            orderers.put(
                    consenter.id(),
                    new SigningIdentity(
                            consenter.mspId(),
                            consenter.signing().leaf(),
                            consenter.signing().key(),
                            provider));
        }
        return orderers;
    }

    @Override
    public void close() {
        gateways.values().forEach(Gateway::close);
        channels.values().forEach(ManagedChannel::shutdownNow);
        ledger.close();
    }

    private void connect(String id) {
        try {
            var issuer = Objects.requireNonNull(issuers.get(id));
            var channel = NettyChannelBuilder.forAddress("127.0.0.1", ledger.port(id))
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(issuer.tlsCa().certificate())
                            .build())
                    .build();
            var client = issuer.signing(NodeOu.CLIENT, "gateway");
            channels.put(id, channel);
            gateways.put(
                    id,
                    Gateway.newInstance()
                            .identity(new X509Identity(id, client.certificate()))
                            .signer(Signers.newPrivateKeySigner(client.key()))
                            .hash(Hash.SHA256)
                            .connection(channel)
                            .connect());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Member member(String id) {
        var issuer = Objects.requireNonNull(issuers.get(id));
        return new Member(
                id,
                id.equals(READER) ? Member.Role.READING : Member.Role.ENDORSING,
                List.of(issuer.root().certificate()),
                List.of(issuer.issuing().certificate()),
                List.of(issuer.tlsCa().certificate()),
                List.of(),
                credentials(issuer.signing(NodeOu.PEER, "peer")),
                credentials(issuer.tls(TlsService.PEER, "peer")),
                0);
    }

    private List<Consenter> consenters() {
        var consenters = new ArrayList<Consenter>();
        for (var id : ENDORSING) {
            var issuer = Objects.requireNonNull(issuers.get(id));
            consenters.add(new Consenter(
                    consenters.size() + 1,
                    id,
                    "127.0.0.1",
                    7050 + consenters.size(),
                    credentials(issuer.signing(NodeOu.ORDERER, "orderer")),
                    issuer.tls(TlsService.ORDERER, "orderer").certificate()));
        }
        return consenters;
    }

    private static Credentials credentials(Credential credential) {
        return new Credentials(List.of(credential.certificate()), credential.key());
    }
}
