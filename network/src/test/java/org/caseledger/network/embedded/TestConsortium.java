// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.NodeOu;
import org.caseledger.network.certificates.TlsService;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.shim.Chaincode;

/** Four authorities that endorse and one that reads, with certificates of their own under one directory. */
final class TestConsortium {
    static final List<String> ENDORSING = List.of("AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN", "FR-DUBLIN");
    static final String READER = "EU-SUPERVISOR";
    static final String CHANNEL = "asylum";
    static final String CHAINCODE = "counter";

    private final Path directory;
    private final Map<String, AuthorityIssuer> issuers = new LinkedHashMap<>();

    TestConsortium(Path directory) {
        this.directory = directory;
        ENDORSING.forEach(
                id -> issuers.put(id, AuthorityIssuer.open(directory.resolve("certificates"), id, id.substring(0, 2))));
        issuers.put(READER, AuthorityIssuer.open(directory.resolve("certificates"), READER, "EU"));
    }

    AuthorityIssuer issuer(String id) {
        return Objects.requireNonNull(issuers.get(id), id);
    }

    EmbeddedLedgerOptions options(Function<String, Chaincode> factory) {
        return options("1", factory, Limits.DEFAULT, Clock.systemUTC());
    }

    EmbeddedLedgerOptions options(String version, Function<String, Chaincode> factory, Limits limits, Clock clock) {
        List<Member> members =
                issuers.keySet().stream().map(id -> member(id, 0)).toList();
        return new EmbeddedLedgerOptions(
                directory.resolve("ledger"),
                CHANNEL,
                members,
                consenters(),
                new DeployedChaincode(CHAINCODE, version.repeat(64), factory),
                limits,
                clock);
    }

    Member member(String id, int port) {
        AuthorityIssuer issuer = issuer(id);
        return new Member(
                id,
                id.equals(READER) ? Member.Role.READING : Member.Role.ENDORSING,
                List.of(issuer.root().certificate()),
                List.of(issuer.issuing().certificate()),
                List.of(issuer.tlsCa().certificate()),
                List.of(),
                credentials(issuer.signing(NodeOu.PEER, "peer")),
                credentials(issuer.tls(TlsService.PEER, "peer")),
                port);
    }

    List<Consenter> consenters() {
        List<Consenter> consenters = new ArrayList<>();
        for (String id : ENDORSING) {
            AuthorityIssuer issuer = issuer(id);
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

    static Credentials credentials(Credential credential) {
        return new Credentials(List.of(credential.certificate()), credential.key());
    }

    Map<String, List<X509Certificate>> roots() {
        Map<String, List<X509Certificate>> roots = new LinkedHashMap<>();
        issuers.forEach((id, issuer) -> roots.put(id, List.of(issuer.root().certificate())));
        return roots;
    }

    /** A channel to an authority's peer. */
    ManagedChannel connect(EmbeddedLedger ledger, String id) {
        try {
            return NettyChannelBuilder.forAddress("127.0.0.1", ledger.port(id))
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(issuer(id).tlsCa().certificate())
                            .build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real client, as an authority's gateway would use it. */
    Gateway gateway(ManagedChannel channel, String id) {
        return gateway(channel, id, issuer(id).signing(NodeOu.CLIENT, "gateway"));
    }

    Gateway gateway(ManagedChannel channel, String id, Credential client) {
        return Gateway.newInstance()
                .identity(new X509Identity(id, client.certificate()))
                .signer(Signers.newPrivateKeySigner(client.key()))
                .hash(Hash.SHA256)
                .connection(channel)
                .connect();
    }
}
