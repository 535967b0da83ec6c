// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.caseledger.gateway.database.DatabaseUnavailableException;
import org.caseledger.gateway.ledger.LedgerUnavailableException;
import org.caseledger.gateway.problem.Problem;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.problem.ProblemTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and problems, counts them by operation and status, and keeps everything that was sent out of the log. */
public final class Responder {

    private static final Logger LOG = LoggerFactory.getLogger(Responder.class);
    private static final String CORRELATION = "correlationId";
    private static final String BEGUN = "begun";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final SecureRandom random = new SecureRandom();
    private final ProblemTexts texts;
    private final MeterRegistry meters;

    public Responder(ProblemTexts texts, MeterRegistry meters) {
        this.texts = texts;
        this.meters = meters;
    }

    void begin(RoutingContext context) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        context.put(CORRELATION, HexFormat.of().formatHex(bytes)).put(BEGUN, System.nanoTime());
        context.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Correlation-Id", context.<String>get(CORRELATION));
        context.next();
    }

    void answer(RoutingContext context, Contract.Operation operation, Answer answer) {
        count(context, operation.id(), answer.status());
        var response = context.response().setStatusCode(answer.status()).putHeader("Content-Type", JSON);
        if (answer.replayed()) {
            response.putHeader("Idempotency-Replayed", "true");
        }
        response.end(answer.body().toString());
    }

    void fail(RoutingContext context, Throwable cause) {
        var problem = problem(cause);
        var correlation = context.<String>get(CORRELATION);
        if (problem.code().equals(ProblemCode.GATEWAY_FAULT.name())) {
            LOG.error("Call {} failed", correlation, cause);
        }
        count(context, "problem", problem.status());
        var response = context.response().setStatusCode(problem.status()).putHeader("Content-Type", PROBLEM);
        if (problem.status() == 503) {
            response.putHeader("Retry-After", "1");
        }
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(texts.render(problem, correlation).toString());
    }

    private void count(RoutingContext context, String operation, int status) {
        long nanos = System.nanoTime() - context.<Long>get(BEGUN);
        meters.timer("caseledger.gateway.calls", "operation", operation, "status", Integer.toString(status))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Problem problem(Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return problem.problem();
        }
        if (cause instanceof DatabaseUnavailableException) {
            return Problem.of(ProblemCode.READ_MODEL_UNAVAILABLE);
        }
        return Problem.of(
                cause instanceof LedgerUnavailableException
                        ? ProblemCode.LEDGER_UNAVAILABLE
                        : ProblemCode.GATEWAY_FAULT);
    }
}
