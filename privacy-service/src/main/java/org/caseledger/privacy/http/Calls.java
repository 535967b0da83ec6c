// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.tls.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a call's body to its answer, or to a problem (RFC 9457). Never logs a body. */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private Calls() {}

    /** Answers 200 with JSON, or 204 where the outcome is {@code Void}. */
    static <B> Handler<RoutingContext> answering(Class<B> body, BiFunction<Caller, B, ? extends Future<?>> call) {
        return context -> {
            B read = Bodies.read(bodyOf(context), body);
            call.apply(CallerGate.caller(context), read)
                    .onSuccess(answer -> succeed(context.response(), Optional.ofNullable(answer)))
                    .onFailure(context::fail);
        };
    }

    static void fail(RoutingContext context) {
        ProblemCode code = code(context);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", code.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        problem.put("status", code.status());
        problem.put("detail", code.sentence());
        problem.put("code", code.name());
        problem.put("retry", code.retry());
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(code.status())
                    .putHeader("content-type", "application/problem+json")
                    .end(Bodies.write(problem));
        }
    }

    private static ProblemCode code(RoutingContext context) {
        if (context.failure() instanceof ProblemException problem) {
            return problem.code();
        }
        if (context.statusCode() == 413 || context.statusCode() == 400) {
            return ProblemCode.BODY_MALFORMED;
        }
        if (context.statusCode() == 404 || context.statusCode() == 405) {
            return ProblemCode.ROUTE_UNKNOWN;
        }
        String kind = context.failure() == null
                ? "status " + context.statusCode()
                : context.failure().getClass().getName();
        LOG.error("A call failed unexpectedly ({})", kind);
        return ProblemCode.UNEXPECTED;
    }

    private static Buffer bodyOf(RoutingContext context) {
        return Optional.ofNullable(context.body().buffer()).orElseGet(() -> Buffer.buffer("{}"));
    }

    private static void succeed(HttpServerResponse response, Optional<?> answer) {
        if (answer.isEmpty()) {
            response.setStatusCode(204).end();
        } else {
            response.putHeader("content-type", "application/json").end(Bodies.write(answer.get()));
        }
    }
}
