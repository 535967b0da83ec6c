// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.caseledger.privacy.check.FreshProcess;
import org.caseledger.privacy.feed.FeedClient;
import org.caseledger.privacy.feed.FeedState;
import org.caseledger.privacy.http.ManagementServer;
import org.caseledger.privacy.http.Metrics;
import org.caseledger.privacy.http.ServiceServer;
import org.caseledger.privacy.link.LinkService;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.receipt.ReceiptSigner;
import org.caseledger.privacy.request.Destruction;
import org.caseledger.privacy.request.RequestService;
import org.caseledger.privacy.share.Outbox;
import org.caseledger.privacy.share.ReceiverKeys;
import org.caseledger.privacy.share.ShareService;
import org.caseledger.privacy.tls.AuthorityRoots;
import org.caseledger.privacy.tls.Caller;
import org.caseledger.privacy.tls.MutualTlsClient;
import org.caseledger.privacy.tree.CommitStage;
import org.caseledger.privacy.vault.Sweeper;
import org.caseledger.privacy.vault.VaultExecutor;
import org.jspecify.annotations.Nullable;

/** Wires the service's parts and holds them for as long as it is deployed. */
final class PrivacyVerticle extends VerticleBase {

    private static final int BLOCKING_THREADS = 2;

    private final PrivacyOptions options;
    private final Consumer<CommitStage> stages;
    private final AuthorityRoots roots;
    private final ReceiptSigner signer;
    private final Metrics metrics = new Metrics();
    private @Nullable Parts parts;
    private @Nullable ServiceServer server;
    private @Nullable ManagementServer management;

    /** What works behind the ports. */
    private record Parts(VaultExecutor executor, Outbox outbox, FeedClient feed, WorkerExecutor blocking) {}

    PrivacyVerticle(PrivacyOptions options, Consumer<CommitStage> stages) throws OptionsException {
        this.options = options;
        this.stages = stages;
        this.roots = AuthorityRoots.of(options);
        this.signer = ReceiptSigner.of(options);
    }

    @Override
    public Future<?> start() throws OptionsException {
        WorkerExecutor blocking = vertx.createSharedWorkerExecutor("privacy-blocking", BLOCKING_THREADS);
        Sweeper sweeper = new Sweeper(vertx, blocking, options.database());
        VaultExecutor executor = new VaultExecutor(vertx, options, stages, sweeper::order);
        Outbox outbox = new Outbox(vertx, executor, options);
        FeedClient feed = feed(executor, outbox);
        parts = new Parts(executor, outbox, feed, blocking);
        metrics.gauge("caseledger_privacy_ready", () -> notReady().isEmpty() ? 1 : 0);
        metrics.gauge("caseledger_privacy_deliveries_waiting", outbox::waiting);
        feed.start();
        return ManagementServer.start(vertx, options.management(), metrics, this::notReady)
                .compose(listening -> {
                    management = listening;
                    return ServiceServer.start(
                            vertx, options, roots, services(executor, outbox, blocking), metrics, () -> notReady()
                                    .isEmpty());
                })
                .onSuccess(listening -> server = listening);
    }

    @Override
    public Future<?> stop() {
        if (parts == null || server == null || management == null) {
            return Future.succeededFuture();
        }
        Parts running = parts;
        ManagementServer listening = management;
        return server.close()
                .eventually(listening::close)
                .eventually(() -> Future.join(
                        List.of(running.feed().close(), running.outbox().close())))
                .eventually(running.executor()::close)
                .eventually(running.blocking()::close);
    }

    int port() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.port();
    }

    int managementPort() {
        if (management == null) {
            throw new IllegalStateException("not started");
        }
        return management.port();
    }

    /** Why calls are not answered, in a sentence for the operator; nothing while they are. */
    Optional<String> notReady() {
        if (parts == null) {
            return Optional.of("The service is starting.");
        }
        if (!parts.executor().available()) {
            return Optional.of("Storage is away. Check PostgreSQL, database.* and rootStore; the log says more.");
        }
        FeedState feed = parts.feed().state();
        return switch (feed) {
            case CAUGHT_UP -> Optional.empty();
            case NEVER_ANSWERED -> Optional.of("The own gateway's feed has not answered yet. Start the gateway.");
            case CATCHING_UP -> Optional.of("The service is catching up with the ledger.");
            case LEDGER_TOO_SHORT ->
                Optional.of("The gateway shows a ledger shorter than what was seen. Restore the gateway's peer.");
        };
    }

    private FeedClient feed(VaultExecutor executor, Outbox outbox) throws OptionsException {
        Caller gateway = new Caller(options.authority(), Caller.GATEWAY);
        MutualTlsClient client = new MutualTlsClient(
                vertx, options.tls(), options.feed(), options.tls().root(), gateway);
        return new FeedClient(vertx, executor, client, options.authority(), options.feedWait(), outbox::wake);
    }

    private ServiceServer.Services services(VaultExecutor executor, Outbox outbox, WorkerExecutor blocking) {
        return new ServiceServer.Services(
                new LinkService(executor, options.fileNumberPattern()),
                new RequestService(executor, outbox::wake),
                new Destruction(executor, blocking, new FreshProcess(options), signer),
                new ShareService(executor, new ReceiverKeys(InstantSource.system()), options.authority()));
    }
}
