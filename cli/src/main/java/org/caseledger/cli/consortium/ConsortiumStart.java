// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.cli.consortium.Running.Layer;
import org.caseledger.cli.tokens.TokenIssuer;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.governance.Governance;
import org.caseledger.gateway.governance.Participant;
import org.caseledger.network.embedded.EmbeddedLedger;
import org.caseledger.network.postgres.DatabaseServer;
import org.caseledger.network.topology.Channel;
import org.caseledger.network.topology.ServicePort;
import org.caseledger.network.topology.Topology;
import org.caseledger.network.topology.TopologyException;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.procedure.library.Library;

/** Starts the parts of a consortium, side by side where they do not need each other. */
final class ConsortiumStart {
    private final Topology topology;
    private final Channel channel;
    private final Layout layout;
    private final Stages stages;
    private final Hosting hosting;
    private final Map<String, AuthorityProcesses> processes = new ConcurrentHashMap<>();
    private final Running running = new Running();
    private final PortBook ports;

    ConsortiumStart(Topology topology, Layout layout, Hosting hosting, Stages stages) {
        this.hosting = hosting;
        this.topology = topology;
        this.channel = onlyChannel(topology);
        ChannelClass.require(channel, Library.shipped().of(channel.procedures()));
        this.layout = layout;
        this.stages = stages;
        this.ports = PortBook.of(topology);
    }

    Consortium run() {
        CompletableFuture<DatabaseServer> postgres = stages.run(
                "PostgreSQL", () -> running.add(Layer.DATABASES, Databases.start(topology, layout, ports.postgres())));
        try {
            List<MemberCertificates> members = stages.measured("certificates", this::certificates);
            TokenIssuer tokens = TokenIssuer.create(layout.tokenKeys(), Clock.systemUTC());
            ServiceOptions options = new ServiceOptions(layout, channel.name(), ports, members, tokens);
            EmbeddedLedger ledger = stages.measured("ledger", () -> ledger(members));
            CompletableFuture<Boolean> founding = stages.run("founding", () -> found(options, channel, members));
            DatabaseServer databases = Stages.join(postgres);
            services(options, members, databases);
            Stages.join(founding);
            TrustFiles.write(layout.trust(), ledger.genesisHash(), members);
            return new Consortium(
                    topology,
                    channel,
                    layout,
                    stages.timings(),
                    running,
                    ports,
                    members,
                    tokens,
                    ledger,
                    databases,
                    processes);
        } catch (RuntimeException e) {
            settle(postgres);
            running.close();
            throw e;
        }
    }

    private List<MemberCertificates> certificates() {
        return topology.members(channel).parallelStream()
                .map(authority -> MemberCertificates.open(layout.certificates(), authority))
                .toList();
    }

    private EmbeddedLedger ledger(List<MemberCertificates> members) {
        EmbeddedLedger ledger =
                running.add(Layer.LEDGER, LedgerAssembly.assemble(layout.ledger(), channel.name(), members, ports));
        ledger.start();
        return ledger;
    }

    private boolean found(ServiceOptions options, Channel channel, List<MemberCertificates> members) {
        List<MemberCertificates> endorsing =
                members.stream().filter(of -> of.authority().endorses()).toList();
        List<Governance> voices = endorsing.stream()
                .map(of -> Governance.connect(of.authority().id(), options.ledger(of)))
                .toList();
        try {
            new Founding(
                            voices,
                            endorsing.stream()
                                    .map(of -> new Participant(
                                            of.authority().id(), of.authority().country()))
                                    .toList(),
                            ChannelClass.of(channel))
                    .agree(Library.shipped().of(channel.procedures()));
            return true;
        } finally {
            voices.forEach(Governance::close);
        }
    }

    private void services(ServiceOptions options, List<MemberCertificates> members, DatabaseServer databases) {
        members.stream()
                .filter(of -> of.authority().endorses())
                .map(of -> stages.run(of.authority().id(), () -> node(options, of, databases)))
                .toList()
                .forEach(Stages::join);
    }

    private AuthorityServices node(ServiceOptions options, MemberCertificates of, DatabaseServer databases)
            throws InterruptedException, OptionsException {
        String id = of.authority().id();
        AuthorityServices node =
                running.add(Layer.SERVICES, create(id, options.gateway(of, databases), options.privacy(of, databases)));
        node.start();
        Readiness readiness = new Readiness();
        readiness.await(id + "'s gateway", ports.of(id, ServicePort.GATEWAY_MANAGEMENT));
        readiness.await(id + "'s privacy service", ports.of(id, ServicePort.PRIVACY_MANAGEMENT));
        return node;
    }

    private AuthorityServices create(String id, GatewayOptions gateway, PrivacyOptions privacy)
            throws OptionsException {
        if (hosting == Hosting.THIS_PROCESS) {
            return AuthorityNode.create(gateway, privacy);
        }
        AuthorityProcesses own = AuthorityProcesses.create(layout, gateway, privacy);
        processes.put(id, own);
        return own;
    }

    /** A server that is still starting must be known before it can be stopped. */
    private static void settle(CompletableFuture<DatabaseServer> postgres) {
        try {
            postgres.join();
        } catch (CompletionException e) {
            // The failure that led here is the one to report.
        }
    }

    private static Channel onlyChannel(Topology topology) {
        if (topology.channels().size() != 1) {
            throw new TopologyException("The embedded ledger runs one channel; this topology names "
                    + topology.channels().size() + ". Keep one of them under channels.");
        }
        return topology.channels().get(0);
    }
}
