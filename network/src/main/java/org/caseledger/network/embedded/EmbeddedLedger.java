// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.Certificates;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.state.WorldState;
import org.caseledger.ledger.validation.Ledger;
import org.caseledger.network.embedded.EmbeddedLedgerException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A whole ledger inside this JVM: one peer an authority on loopback TLS, one ordering thread, one block file.
 * For one machine: trying out, development, a single authority. It is not a consensus system: whoever runs the JVM
 * holds every key, validates once for all peers, and signs blocks in the name of every orderer.
 *
 * <pre>{@code
 * try (EmbeddedLedger ledger = EmbeddedLedger.create(options)) {
 *     ledger.start();
 *     connect("127.0.0.1", ledger.port("AT-DUBLIN"));
 * }
 * }</pre>
 */
public final class EmbeddedLedger implements AutoCloseable {
    private final EmbeddedLedgerOptions options;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Running running;

    private record Running(Peers peers, Map<String, Commits> commits, BlockStore store) {}

    private EmbeddedLedger(EmbeddedLedgerOptions options) {
        this.options = options;
    }

    /** A ledger that is not started yet. */
    public static EmbeddedLedger create(EmbeddedLedgerOptions options) {
        return new EmbeddedLedger(options);
    }

    /**
     * Opens or creates the block file, rebuilds state and listens.
     *
     * @throws EmbeddedLedgerException with one sentence that says what to do
     */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("The ledger is started.");
        }
        try {
            running = open();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Running open() {
        SignatureProvider provider = SignatureProvider.best();
        LedgerOpening.Opened opened = new LedgerOpening(this, options, provider).open();
        BlockStore store = new BlockStore(opened.file());
        open.push(store);
        Ledger ledger = opened.ledger();
        WorldState state = opened.state();
        Peers peers = peers(ledger, state, provider);
        Map<String, Commits> commits = new TreeMap<>();
        peers.all().forEach(peer -> commits.put(peer.mspId(), new Commits(peer, ledger.transactions())));
        Committer committer =
                new Committer(ledger, store, signer(ledger.config(), provider), () -> show(peers, commits));
        define(ledger, peers, committer);
        Orderer orderer = new Orderer(options.limits().queue(), ledger.config().orderer(), committer::commit);
        orderer.start();
        open.push(orderer);
        open.push(() -> commits.values().forEach(Commits::close));
        listen(channel(ledger, state, peers, orderer), commits, store);
        return new Running(peers, commits, store);
    }

    private static void show(Peers peers, Map<String, Commits> commits) {
        peers.all().forEach(Endorser::catchUp);
        commits.values().forEach(Commits::changed);
    }

    private Peers peers(Ledger ledger, WorldState state, SignatureProvider provider) {
        Map<String, Endorser> peers = new LinkedHashMap<>();
        for (Member member : options.members()) {
            requireOwn(ledger.config(), member.mspId(), member.peer(), "peer");
            SigningIdentity signer = new SigningIdentity(
                    member.mspId(), member.peer().leaf(), member.peer().key(), provider);
            peers.put(
                    member.mspId(),
                    new Endorser(
                            signer,
                            options.chaincode().factory().apply(member.mspId()),
                            options.chaincode().name(),
                            state));
        }
        return new Peers(peers, endorsing());
    }

    private Set<String> endorsing() {
        return options.members().stream()
                .filter(member -> member.role() == Member.Role.ENDORSING)
                .map(Member::mspId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private BlockSigner signer(ChannelConfig config, SignatureProvider provider) {
        Map<Integer, SigningIdentity> orderers = new TreeMap<>();
        for (Consenter consenter : options.consenters()) {
            requireOwn(config, consenter.mspId(), consenter.signing(), "orderer");
            orderers.put(
                    consenter.id(),
                    new SigningIdentity(
                            consenter.mspId(),
                            consenter.signing().leaf(),
                            consenter.signing().key(),
                            provider));
        }
        return new BlockSigner(orderers, config.orderer().quorum());
    }

    private static void requireOwn(ChannelConfig config, String mspId, Credentials credentials, String what) {
        var serialized = Certificates.serialize(mspId, credentials.leaf());
        if (config.msps().find(serialized).isEmpty()) {
            throw new EmbeddedLedgerException(
                    Reason.FOREIGN_CERTIFICATE,
                    "The certificate of the " + what + " of " + mspId + " is not one of its MSP ("
                            + config.msps().problem(serialized) + "): have the authority's issuing CA issue it.");
        }
    }

    private void define(Ledger ledger, Peers peers, Committer committer) {
        List<Endorser> endorsers = endorsing().stream().sorted().map(peers::get).toList();
        new DefinitionCommit(ledger, endorsers, options.chaincode(), options.clock())
                .transaction()
                .ifPresent(transaction -> committer.commit(List.of(transaction)));
    }

    private ChannelServices channel(Ledger ledger, WorldState state, Peers peers, Orderer orderer) {
        ChannelConfig config = ledger.config();
        return new ChannelServices(
                config,
                new ProposalCheck(
                        config,
                        ledger.transactions(),
                        options.clock(),
                        options.limits().proposalWindow()),
                new Endorsing(config, state, peers),
                new SubmissionCheck(config, options.clock()),
                orderer,
                peers);
    }

    private void listen(ChannelServices channel, Map<String, Commits> commits, BlockStore store) {
        Limits limits = options.limits();
        SeekCheck seeks = new SeekCheck(channel.config(), options.clock(), limits.proposalWindow());
        for (Member member : options.members()) {
            Endorser peer = channel.peers().get(member.mspId());
            Commits own = commitsOf(commits, member.mspId());
            Calls calls = new Calls(limits.requests(), limits.execution());
            open.push(calls);
            PeerServer server = PeerServer.listen(
                    member,
                    limits,
                    List.of(
                            new GatewayService(peer, channel, own, calls, limits.requests()),
                            new DeliverService(seeks, own, store, peer)));
            open.push(server);
            channel.peers().setPort(member.mspId(), server.port());
        }
    }

    private static Commits commitsOf(Map<String, Commits> commits, String mspId) {
        Commits own = commits.get(mspId);
        if (own == null) {
            throw new IllegalArgumentException("The channel has no member " + mspId + ".");
        }
        return own;
    }

    private synchronized Running running() {
        Running current = running;
        if (current == null) {
            throw new IllegalStateException("Start the ledger first.");
        }
        return current;
    }

    /** The loopback port of an authority's peer; after {@link #start()}. */
    public int port(String mspId) {
        return running().peers().port(mspId);
    }

    /** Number of blocks that are on disk. */
    public long height() {
        return running().store().height();
    }

    /** Hash of block 0's header, 64 lowercase hex digits: what an auditor must know beside the roots. */
    public String genesisHash() {
        return Hashes.hex(Blocks.headerHash(running().store().read(0).getHeader()));
    }

    /** The block file, in the format of {@code docs/ledger-formats.md}. */
    public Path blockFile() {
        return options.directory().resolve("blocks.caseledger");
    }

    /** Lets an endorser fall behind: it goes on answering from the state it has. */
    public void suspendCommits(String mspId) {
        running().peers().get(mspId).setSuspended(true);
    }

    /** Lets a suspended endorser catch up. */
    public void resumeCommits(String mspId) {
        running().peers().get(mspId).setSuspended(false);
        commitsOf(running().commits(), mspId).changed();
    }

    /** Takes no more calls, orders what waits, closes the file. */
    @Override
    public synchronized void close() {
        running = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new EmbeddedLedgerException(
                        Reason.STORAGE, "The ledger did not close cleanly: look at its log.", e);
            }
        }
    }
}
