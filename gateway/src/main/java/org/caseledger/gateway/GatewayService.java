// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import io.vertx.core.Future;

/** One authority's gateway: REST interface, feed to the privacy service, management port. */
public final class GatewayService {

    private final GatewayOptions options;

    private GatewayService(GatewayOptions options) {
        this.options = options;
    }

    /** A gateway that is not started yet. */
    public static GatewayService create(GatewayOptions options) {
        return new GatewayService(options);
    }

    /**
     * Migrates the read model, listens, resumes what a kill left unfinished and follows the ledger. Fails with one
     * sentence that says what to do; complete means listening, not ready: see {@code /readyz}.
     */
    public Future<GatewayService> start() {
        return Future.failedFuture(new UnsupportedOperationException(options.authority()));
    }

    /** Port of the REST interface; after {@link #start}. */
    public int httpPort() {
        throw new UnsupportedOperationException();
    }

    /** Port of the internal feed to the privacy service; after {@link #start}. */
    public int feedPort() {
        throw new UnsupportedOperationException();
    }

    /** Port of {@code /livez}, {@code /readyz} and {@code /metrics}; after {@link #start}. */
    public int managementPort() {
        throw new UnsupportedOperationException();
    }

    /** Takes no more requests, finishes those in progress, and stops. */
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
