// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.GatewayService;
import org.caseledger.network.NetworkException;
import org.caseledger.privacy.PrivacyService;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;

/** One authority's gateway and privacy service, each with its own options, together in this process. */
final class AuthorityNode implements AuthorityServices {
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 15;

    private final String authority;
    private final GatewayService gateway;
    private final PrivacyService privacy;

    private AuthorityNode(String authority, GatewayService gateway, PrivacyService privacy) {
        this.authority = authority;
        this.gateway = gateway;
        this.privacy = privacy;
    }

    static AuthorityNode create(GatewayOptions gatewayOptions, PrivacyOptions privacyOptions) throws OptionsException {
        return new AuthorityNode(
                gatewayOptions.authority(),
                GatewayService.create(gatewayOptions),
                PrivacyService.create(privacyOptions));
    }

    /** Returns once both listen; each becomes ready when it has caught up. */
    @Override
    public void start() {
        Future<GatewayService> gatewayStart = gateway.start();
        Future<PrivacyService> privacyStart = privacy.start();
        await(authority + "'s gateway", gatewayStart, START_SECONDS);
        await(authority + "'s privacy service", privacyStart, START_SECONDS);
    }

    /** The gateway first: it asks the privacy service, not the other way round. */
    @Override
    public void close() {
        await(authority + "'s gateway", gateway.close(), STOP_SECONDS);
        await(authority + "'s privacy service", privacy.close(), STOP_SECONDS);
    }

    private static void await(String what, Future<?> future, int seconds) {
        try {
            future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NetworkException(what + " did not answer within " + seconds + " s. See the log.", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new NetworkException(what + " cannot run: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkException("Waiting for " + what + " was interrupted. Start again.", e);
        }
    }
}
