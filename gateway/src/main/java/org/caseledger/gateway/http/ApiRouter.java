// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** Every operation of openapi.yaml with its handler; one that is missing stops the start. */
public final class ApiRouter {

    private static final String BASE = "/api/v1";

    private final Vertx vertx;
    private final TokenVerifier tokens;
    private final Responder responder;
    private final int largestBody;
    private final int mostInProgress;
    private final AtomicInteger inProgress = new AtomicInteger();

    public ApiRouter(Vertx vertx, TokenVerifier tokens, Responder responder, int largestBody, int mostInProgress) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.responder = responder;
        this.largestBody = largestBody;
        this.mostInProgress = mostInProgress;
    }

    public Router build(Contract contract, Map<String, Function<Call, Future<Answer>>> handlers) {
        requireEach(contract, handlers);
        var router = Router.router(vertx);
        router.route().handler(responder::begin);
        router.route().handler(BodyHandler.create(false).setBodyLimit(largestBody));
        for (var operation : contract.operations()) {
            var reader = new CallReader(operation, contract.vocabulary());
            var handler = handlers.get(operation.id());
            if (handler != null) {
                router.route(HttpMethod.valueOf(operation.method()), BASE + colons(operation.path()))
                        .handler(context -> serve(context, operation, reader, handler));
            }
        }
        router.errorHandler(404, context -> responder.fail(context, new ProblemException(ProblemCode.PATH_UNKNOWN)));
        router.errorHandler(
                405, context -> responder.fail(context, new ProblemException(ProblemCode.METHOD_NOT_ALLOWED)));
        router.errorHandler(413, context -> responder.fail(context, new ProblemException(ProblemCode.BODY_TOO_LARGE)));
        router.errorHandler(500, context -> responder.fail(context, context.failure()));
        return router;
    }

    private void serve(
            RoutingContext context,
            Contract.Operation operation,
            CallReader reader,
            Function<Call, Future<Answer>> handler) {
        if (inProgress.incrementAndGet() > mostInProgress) {
            inProgress.decrementAndGet();
            responder.fail(context, new ProblemException(ProblemCode.GATEWAY_BUSY));
            return;
        }
        tokens.verify(context.request().getHeader("Authorization"))
                .compose(roles -> {
                    requireAny(operation.roles(), roles);
                    return handler.apply(reader.read(context, roles));
                })
                .onComplete(done -> inProgress.decrementAndGet())
                .onSuccess(answer -> responder.answer(context, operation, answer))
                .onFailure(failed -> responder.fail(context, failed));
    }

    private static void requireAny(Set<Role> allowed, Set<Role> held) {
        if (held.stream().noneMatch(allowed::contains)) {
            throw new ProblemException(ProblemCode.ROLE_NOT_ALLOWED);
        }
    }

    private static void requireEach(Contract contract, Map<String, ?> handlers) {
        var named = contract.operations().stream().map(Contract.Operation::id).collect(Collectors.toSet());
        if (!named.equals(handlers.keySet())) {
            throw new IllegalStateException("openapi.yaml and the handlers name different operations");
        }
    }

    private static String colons(String template) {
        return template.replaceAll("\\{(\\w+)\\}", ":$1");
    }
}
