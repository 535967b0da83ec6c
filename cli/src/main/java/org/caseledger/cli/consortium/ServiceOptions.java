// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.net.URI;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.caseledger.cli.tokens.TokenIssuer;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.network.postgres.DatabaseServer;
import org.caseledger.network.topology.Authority;
import org.caseledger.network.topology.Retention;
import org.caseledger.network.topology.ServicePort;
import org.caseledger.privacy.options.PrivacyOptions;

/** Renders each service's options from the topology; services themselves never see it. */
final class ServiceOptions {
    private static final String HOST = "127.0.0.1";
    private static final int CONNECTIONS = 8;

    private final Layout layout;
    private final String channel;
    private final PortBook ports;
    private final List<MemberCertificates> members;
    private final TokenIssuer tokens;

    ServiceOptions(
            Layout layout, String channel, PortBook ports, List<MemberCertificates> members, TokenIssuer tokens) {
        this.layout = layout;
        this.channel = channel;
        this.ports = ports;
        this.members = members;
        this.tokens = tokens;
    }

    /** The authority's peer and the identity that signs, for the gateway and for governance. */
    GatewayOptions.Ledger ledger(MemberCertificates of) {
        return new GatewayOptions.Ledger(
                channel,
                LedgerAssembly.CHAINCODE,
                HOST + ":" + port(of.authority(), ServicePort.PEER),
                of.tlsRoot(),
                pair(of.client()));
    }

    GatewayOptions gateway(MemberCertificates of, DatabaseServer databases) {
        Authority authority = of.authority();
        return new GatewayOptions(
                authority.id(),
                authority.country(),
                ledger(of),
                listener(authority, ServicePort.API),
                listener(authority, ServicePort.FEED),
                listener(authority, ServicePort.GATEWAY_MANAGEMENT),
                pair(of.gatewayTls()),
                new GatewayOptions.PrivacyService(url(authority, ServicePort.PRIVACY), of.tlsRoot()),
                gatewayDatabase(databases.database(databaseName("gateway", authority))),
                new GatewayOptions.Tokens(tokens.jwks(), null, TokenIssuer.ISSUER, authority.id()),
                Pattern.compile(Objects.requireNonNull(authority.fileNumbers())),
                retention(Objects.requireNonNull(authority.retention())),
                GatewayOptions.Limits.DEFAULT);
    }

    PrivacyOptions privacy(MemberCertificates of, DatabaseServer databases) {
        Authority authority = of.authority();
        return new PrivacyOptions(
                authority.id(),
                Pattern.compile(Objects.requireNonNull(authority.fileNumbers())),
                new PrivacyOptions.Address(HOST, port(authority, ServicePort.PRIVACY)),
                new PrivacyOptions.Address(HOST, port(authority, ServicePort.PRIVACY_MANAGEMENT)),
                new PrivacyOptions.Tls(
                        of.privacyTls().certificateFile(), of.privacyTls().keyFile(), of.tlsRoot()),
                privacyDatabase(databases.database(databaseName("privacy", authority))),
                layout.rootStore(authority.id()),
                url(authority, ServicePort.FEED),
                PrivacyOptions.DEFAULT_FEED_WAIT,
                PrivacyOptions.DEFAULT_RETRY_LONGEST,
                peers(authority));
    }

    static String databaseName(String service, Authority authority) {
        return service + "_" + authority.id().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    URI url(Authority authority, ServicePort service) {
        return URI.create("https://" + HOST + ":" + port(authority, service));
    }

    private Map<String, PrivacyOptions.Peer> peers(Authority self) {
        Map<String, PrivacyOptions.Peer> peers = new HashMap<>();
        for (MemberCertificates other : members) {
            if (other.authority().endorses() && !other.authority().equals(self)) {
                peers.put(
                        other.authority().id(),
                        new PrivacyOptions.Peer(url(other.authority(), ServicePort.PRIVACY), other.tlsRoot()));
            }
        }
        return peers;
    }

    private GatewayOptions.Listener listener(Authority authority, ServicePort service) {
        return new GatewayOptions.Listener(HOST, port(authority, service));
    }

    private int port(Authority authority, ServicePort service) {
        return ports.of(authority.id(), service);
    }

    private static GatewayOptions.KeyPair pair(Credential credential) {
        return new GatewayOptions.KeyPair(credential.certificateFile(), credential.keyFile());
    }

    private static GatewayOptions.Database gatewayDatabase(DatabaseAccess access) {
        return new GatewayOptions.Database(access.jdbcUrl(), access.user(), access.password(), CONNECTIONS);
    }

    private static PrivacyOptions.Database privacyDatabase(DatabaseAccess access) {
        return new PrivacyOptions.Database(access.jdbcUrl(), access.user(), access.password());
    }

    private static GatewayOptions.Retention retention(Retention retention) {
        return new GatewayOptions.Retention(
                Period.parse(retention.period()), retention.source(), retention.confirmed());
    }
}
