// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caseledger.cli.tokens.DemoRole;
import org.caseledger.cli.tokens.TokenIssuer;
import org.caseledger.network.embedded.EmbeddedLedger;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.network.postgres.DatabaseServer;
import org.caseledger.network.topology.Authority;
import org.caseledger.network.topology.Channel;
import org.caseledger.network.topology.ServicePort;
import org.caseledger.network.topology.Topology;

/**
 * A running consortium. Its services are reached over HTTPS, as from outside; what is offered here is where they are,
 * tokens for them, and what an auditor or an attacker would get hold of.
 *
 * <pre>{@code
 * try (Consortium consortium = Consortium.start(Topology.demo().withData(directory))) {
 *     URI api = consortium.api("AT-DUBLIN");
 *     String token = consortium.token("AT-DUBLIN", "desk", DemoRole.CASEWORKER);
 * }
 * }</pre>
 */
public final class Consortium implements AutoCloseable {
    private final Topology topology;
    private final Channel channel;
    private final Layout layout;
    private final List<Timing> timings;
    private final Running running;
    private final PortBook ports;
    private final List<MemberCertificates> members;
    private final TokenIssuer tokens;
    private final EmbeddedLedger ledger;
    private final DatabaseServer databases;
    private final Map<String, AuthorityProcesses> processes;

    Consortium(
            Topology topology,
            Channel channel,
            Layout layout,
            List<Timing> timings,
            Running running,
            PortBook ports,
            List<MemberCertificates> members,
            TokenIssuer tokens,
            EmbeddedLedger ledger,
            DatabaseServer databases,
            Map<String, AuthorityProcesses> processes) {
        this.processes = Map.copyOf(processes);
        this.topology = topology;
        this.channel = channel;
        this.layout = layout;
        this.timings = timings;
        this.running = running;
        this.ports = ports;
        this.members = members;
        this.tokens = tokens;
        this.ledger = ledger;
        this.databases = databases;
    }

    /**
     * Starts everything under the topology's data directory, founds the ledger if it is new, and waits until every
     * service is ready.
     *
     * @throws org.caseledger.network.NetworkException if the machine cannot carry it; whatever was started is stopped
     */
    public static Consortium start(Topology topology) {
        return start(topology, Hosting.THIS_PROCESS);
    }

    /** The same in a layout that shares its programs with others. */
    public static Consortium start(Topology topology, Layout layout) {
        return start(topology, layout, Hosting.THIS_PROCESS);
    }

    /** The same with the services where they are wanted; ledger and databases stay with this process. */
    public static Consortium start(Topology topology, Hosting hosting) {
        return start(topology, new Layout(topology.data()), hosting);
    }

    private static Consortium start(Topology topology, Layout layout, Hosting hosting) {
        try (Stages stages = new Stages()) {
            return new ConsortiumStart(topology, layout, hosting, stages).run();
        }
    }

    /**
     * An authority's services as processes.
     *
     * @throws IllegalArgumentException if they run in this process
     */
    public AuthorityProcesses processes(String authority) {
        AuthorityProcesses own = processes.get(authority);
        if (own == null) {
            throw new IllegalArgumentException(authority + "'s services run in this process");
        }
        return own;
    }

    /** The endorsing authorities, each with a gateway. */
    public List<Authority> authorities() {
        return topology.members(channel).stream().filter(Authority::endorses).toList();
    }

    /** Base of an authority's REST interface, e.g. {@code https://127.0.0.1:21710/api/v1}. */
    public URI api(String authority) {
        return URI.create("https://127.0.0.1:" + ports.of(authority, ServicePort.API) + "/api/v1");
    }

    /** The PEM file that a client of this authority's services trusts. */
    public Path tlsRoot(String authority) {
        return member(authority).tlsRoot();
    }

    /** A bearer token for an authority's gateway. */
    public String token(String authority, String user, DemoRole... roles) {
        return tokens.token(authority, user, roles);
    }

    /** How a member reaches its own peer, to pull blocks with its own identity. */
    public PeerAccess peer(String authority) {
        MemberCertificates of = member(authority);
        return new PeerAccess(
                "127.0.0.1:" + ports.of(authority, ServicePort.PEER),
                of.tlsRoot(),
                channel.name(),
                authority,
                of.client().certificateFile(),
                of.client().keyFile());
    }

    /** The database of an authority's privacy service, as somebody who broke in would have it. */
    public DatabaseAccess privacyDatabase(String authority) {
        return databases.database(
                ServiceOptions.databaseName("privacy", member(authority).authority()));
    }

    /** The database of an authority's gateway. */
    public DatabaseAccess gatewayDatabase(String authority) {
        return databases.database(
                ServiceOptions.databaseName("gateway", member(authority).authority()));
    }

    public Layout layout() {
        return layout;
    }

    /** The channel's name. */
    public String channel() {
        return channel.name();
    }

    /** Number of blocks on disk. */
    public long height() {
        return ledger.height();
    }

    public Path blockFile() {
        return ledger.blockFile();
    }

    /** How long each part took to start. */
    public List<Timing> timings() {
        return timings;
    }

    /** Stops the services, then the ledger, then PostgreSQL; each wait is bounded. */
    @Override
    public void close() {
        running.close();
    }

    private MemberCertificates member(String authority) {
        topology.authority(authority);
        return members.stream()
                .filter(of -> of.authority().id().equals(authority))
                .findFirst()
                .orElseThrow();
    }
}
