// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.function.Consumer;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.tree.CommitStage;

/**
 * One authority's privacy service. It listens as soon as it is started and answers once it has caught up with the
 * ledger through the authority's own gateway, which may start later.
 *
 * <pre>{@code
 * PrivacyService service = PrivacyService.create(options);
 * service.start().onSuccess(started -> System.out.println(started.port()));
 * }</pre>
 */
public final class PrivacyService {

    private final Vertx vertx;
    private final PrivacyVerticle verticle;

    private PrivacyService(Vertx vertx, PrivacyVerticle verticle) {
        this.vertx = vertx;
        this.verticle = verticle;
    }

    /** With threads of its own; starts nothing yet. @throws OptionsException if a certificate file cannot be used */
    public static PrivacyService create(PrivacyOptions options) throws OptionsException {
        return create(options, stage -> {});
    }

    /** @param stages told after each stage of a commit that destroys */
    static PrivacyService create(PrivacyOptions options, Consumer<CommitStage> stages) throws OptionsException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        return new PrivacyService(vertx, new PrivacyVerticle(options, stages));
    }

    /** Fails if a port cannot be taken; storage and gateway may come later. */
    public Future<PrivacyService> start() {
        return vertx.deployVerticle(verticle).map(deployed -> this);
    }

    /** Port of the HTTPS routes, once started. */
    public int port() {
        return verticle.port();
    }

    /** Port of health and metrics, once started. */
    public int managementPort() {
        return verticle.managementPort();
    }

    /** Whether calls are answered now. */
    public boolean isReady() {
        return verticle.notReady().isEmpty();
    }

    public Future<Void> close() {
        return vertx.close();
    }
}
