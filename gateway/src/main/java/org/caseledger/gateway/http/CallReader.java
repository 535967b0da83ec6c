// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Turns a request into a call of one operation, or says what is wrong with it. */
final class CallReader {

    private final Contract.Operation operation;
    private final @Nullable SchemaCheck body;
    private final Map<String, SchemaCheck> parameters;

    CallReader(Contract.Operation operation, Set<String> vocabulary) {
        this.operation = operation;
        this.body = operation.body() == null ? null : new SchemaCheck(operation.body(), vocabulary);
        this.parameters = operation.parameters().stream()
                .map(Contract.Parameter::name)
                .collect(Collectors.toMap(Function.identity(), name -> wrapped(operation, name, vocabulary)));
    }

    Call read(RoutingContext context, Set<Role> roles) {
        for (var name : context.queryParams().names()) {
            if (!operation.takes(name)) {
                throw new ProblemException(ProblemCode.PARAMETER_UNKNOWN);
            }
        }
        return new Call(operation.id(), roles, parameters(context), body(context));
    }

    private Map<String, String> parameters(RoutingContext context) {
        var values = new HashMap<String, String>();
        for (var parameter : operation.parameters()) {
            var value = value(context, parameter);
            if (value != null) {
                requireForm(parameter, value);
                values.put(parameter.name(), value);
            } else if (parameter.required()) {
                throw missing(parameter);
            }
        }
        return Map.copyOf(values);
    }

    private static @Nullable String value(RoutingContext context, Contract.Parameter parameter) {
        return switch (parameter.in()) {
            case "path" -> context.pathParam(parameter.name());
            case "query" -> context.queryParams().get(parameter.name());
            default -> context.request().getHeader(parameter.name());
        };
    }

    private void requireForm(Contract.Parameter parameter, String text) {
        var check = parameters.get(parameter.name());
        if (check == null || check.check(typed(parameter, text)).isPresent()) {
            throw malformed(parameter);
        }
    }

    private static JsonNode typed(Contract.Parameter parameter, String text) {
        var value = JsonNodeFactory.instance.objectNode();
        boolean number = parameter.schema().path("type").asText().equals("integer") && text.matches("[0-9]{1,9}");
        return number ? value.put("value", Integer.parseInt(text)) : value.put("value", text);
    }

    private ObjectNode body(RoutingContext context) {
        var buffer = context.body().buffer();
        if (body == null) {
            if (buffer != null && buffer.length() > 0) {
                throw new ProblemException(ProblemCode.FIELD_UNKNOWN, Map.of("field", "*"));
            }
            return JsonNodeFactory.instance.objectNode();
        }
        requireJson(context.request().getHeader("Content-Type"));
        var json = BodyReader.read(buffer == null ? new byte[0] : buffer.getBytes());
        body.check(json).ifPresent(problem -> {
            throw problem.toException();
        });
        return json;
    }

    private static void requireJson(@Nullable String type) {
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new ProblemException(ProblemCode.MEDIA_TYPE_NOT_JSON);
        }
    }

    private static SchemaCheck wrapped(Contract.Operation operation, String name, Set<String> vocabulary) {
        var schema = JsonNodeFactory.instance.objectNode();
        operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .forEach(parameter -> schema.putObject("properties").set("value", parameter.schema()));
        return new SchemaCheck(schema, vocabulary);
    }

    private static ProblemException missing(Contract.Parameter parameter) {
        return parameter.name().equals(Call.IDEMPOTENCY_KEY)
                ? new ProblemException(ProblemCode.IDEMPOTENCY_KEY_MISSING)
                : malformed(parameter);
    }

    private static ProblemException malformed(Contract.Parameter parameter) {
        return new ProblemException(ProblemCode.PARAMETER_MALFORMED, Map.of("parameter", parameter.name()));
    }
}
