// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.tls.Caller;
import org.caseledger.privacy.tls.MutualTlsClient;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.Share;
import org.caseledger.privacy.vault.Vault;
import org.caseledger.privacy.vault.VaultExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the vault says is pending, and tries again with growing pauses until it is taken. What is pending is
 * durable; pauses are not, so that a restart tries at once. Runs on one event loop.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int QUIET_TRIES = 5;

    private final Vertx vertx;
    private final VaultExecutor executor;
    private final String authority;
    private final long longestPauseMillis;
    private final Map<String, PeerService> peers = new HashMap<>();
    private final Map<Delivery, Integer> tries = new HashMap<>();
    private final Set<Delivery> busy = new HashSet<>();
    private boolean closed;

    public Outbox(Vertx vertx, VaultExecutor executor, PrivacyOptions options) throws OptionsException {
        this.vertx = vertx;
        this.executor = executor;
        this.authority = options.authority();
        this.longestPauseMillis = options.retryLongest().toMillis();
        for (Map.Entry<String, PrivacyOptions.Peer> peer : options.peers().entrySet()) {
            Caller expected = new Caller(peer.getKey(), Caller.PRIVACY_SERVICE);
            peers.put(
                    peer.getKey(),
                    new PeerService(new MutualTlsClient(
                            vertx,
                            options.tls(),
                            peer.getValue().url(),
                            peer.getValue().root(),
                            expected)));
        }
    }

    /** Looks for what is pending and sends what does not wait already. */
    public void wake() {
        executor.submit(session -> pending(session.vault())).onSuccess(deliveries -> {
            for (Delivery delivery : deliveries) {
                if (!closed && busy.add(delivery)) {
                    attempt(delivery);
                }
            }
        });
    }

    /** How many deliveries are under way or wait for another try. */
    public int waiting() {
        return busy.size();
    }

    public Future<Void> close() {
        closed = true;
        return Future.all(peers.values().stream().map(PeerService::close).toList())
                .mapEmpty();
    }

    private static List<Delivery> pending(Vault vault) throws TreeException {
        List<Delivery> deliveries = new ArrayList<>();
        for (var link : vault.links(vault.casesWithPendingShares())) {
            for (Share share : link.pendingShares()) {
                deliveries.add(new Delivery.OfShare(link.caseId(), share.shareId(), share.authority()));
            }
        }
        for (RequestFile request : vault.requests()) {
            for (RequestFile.Notice notice : request.untold()) {
                deliveries.add(new Delivery.OfRequest(request.requestId(), notice.caseId(), notice.authority()));
            }
        }
        return deliveries;
    }

    private void attempt(Delivery delivery) {
        executor.submit(session -> delivery.message(session, authority))
                .compose(message -> message.isEmpty()
                        ? Future.succeededFuture()
                        : send(delivery, message.get()).compose(sent -> executor.run(delivery::arrived)))
                .onSuccess(done -> {
                    busy.remove(delivery);
                    tries.remove(delivery);
                })
                .onFailure(cause -> tryAgain(delivery, cause));
    }

    private Future<Void> send(Delivery delivery, Object message) {
        return Optional.ofNullable(peers.get(delivery.to()))
                .map(peer -> peer.send(delivery.route(), message))
                .orElseGet(() -> Future.failedFuture(new NotTakenException(0, "PEER_NOT_CONFIGURED")));
    }

    private void tryAgain(Delivery delivery, Throwable cause) {
        int tried = tries.merge(delivery, 1, Integer::sum);
        long pause = Math.min(longestPauseMillis, FIRST_PAUSE_MILLIS << Math.min(tried, 20));
        if (tried == QUIET_TRIES) {
            LOG.warn(
                    "{} has not taken a message after {} tries ({}). Check its address and that it runs; tries go on.",
                    delivery.to(),
                    tried,
                    cause instanceof NotTakenException
                            ? cause.getMessage()
                            : cause.getClass().getSimpleName());
        }
        if (!closed) {
            vertx.setTimer(Math.max(1, pause), timer -> attempt(delivery));
        }
    }
}
