// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Figures without identifiers: a label is a route of the contract, a status class or nothing. */
public final class Metrics {

    private static final Set<String> ROUTES = Set.of(
            "/internal/v1/links/create",
            "/internal/v1/links/discard",
            "/internal/v1/links/resolve",
            "/internal/v1/links/names",
            "/internal/v1/links/unclaimed",
            "/internal/v1/links/claim",
            "/internal/v1/requests/open",
            "/internal/v1/requests/list",
            "/internal/v1/requests/retain",
            "/internal/v1/requests/prepare",
            "/internal/v1/requests/destroy",
            "/internal/v1/requests/close",
            "/peer/v1/receiver-key",
            "/peer/v1/shares",
            "/peer/v1/requests");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Registers a figure that is read when it is scraped. */
    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).strongReference(true).register(registry);
    }

    void count(RoutingContext context) {
        long begun = System.nanoTime();
        String path = context.request().path();
        String route = ROUTES.contains(path) ? path : "other";
        context.addEndHandler(ended -> Timer.builder("caseledger_privacy_calls")
                .tag("route", route)
                .tag("status", context.response().getStatusCode() / 100 + "xx")
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - begun)));
        context.next();
    }

    String scrape() {
        return registry.scrape();
    }
}
