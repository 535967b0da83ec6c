// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseledger.gateway.problem.Problem;
import org.caseledger.gateway.problem.ProblemCode;

/**
 * Judges a value by its schema and names the field that is wrong in the contract's own words: a name that a caller made
 * up is never repeated.
 */
final class SchemaCheck {

    private final ObjectNode schema;
    private final Validator validator;
    private final Set<String> vocabulary;

    SchemaCheck(ObjectNode schema, Set<String> vocabulary) {
        this.schema = schema;
        this.vocabulary = vocabulary;
        this.validator = Validator.create(
                JsonSchema.of(new JsonObject(schema.toString())),
                new JsonSchemaOptions()
                        .setBaseUri("https://gateway.example/")
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic));
    }

    /** The first thing that is wrong, if anything is. */
    Optional<Problem> check(JsonNode value) {
        return unknown(schema, value, "")
                .map(field -> Problem.of(ProblemCode.FIELD_UNKNOWN, Map.of("field", field)))
                .or(() -> missing(schema, value, "")
                        .map(field -> Problem.of(ProblemCode.FIELD_MISSING, Map.of("field", field))))
                .or(() ->
                        malformed(value).map(field -> Problem.of(ProblemCode.FIELD_MALFORMED, Map.of("field", field))));
    }

    private Optional<String> malformed(JsonNode value) {
        var result = validator.validate(Json.decodeValue(value.toString()));
        return Boolean.TRUE.equals(result.getValid()) ? Optional.empty() : Optional.of(deepest(result));
    }

    private String deepest(OutputUnit result) {
        var errors = result.getErrors() == null ? List.<OutputUnit>of() : result.getErrors();
        return errors.stream()
                .map(OutputUnit::getInstanceLocation)
                .map(this::inOwnWords)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private String inOwnWords(String location) {
        return Arrays.stream(location.replaceFirst("^#?/?", "").split("/"))
                .map(part -> vocabulary.contains(part) || part.matches("[0-9]{1,4}") || part.isEmpty() ? part : "*")
                .collect(Collectors.joining("/"));
    }

    private static Optional<String> unknown(JsonNode schema, JsonNode value, String path) {
        var properties = schema.path("properties");
        if (!value.isObject() || properties.isMissingNode()) {
            return Optional.empty();
        }
        boolean closed = schema.path("additionalProperties").isBoolean();
        for (var field : value.properties()) {
            var known = properties.path(field.getKey());
            var found = known.isMissingNode() && closed
                    ? Optional.of(path + "*")
                    : unknown(known, field.getValue(), path + field.getKey() + "/");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(JsonNode schema, JsonNode value, String path) {
        if (!value.isObject()) {
            return Optional.empty();
        }
        for (var required : schema.path("required")) {
            if (!value.has(required.asText())) {
                return Optional.of(path + required.asText());
            }
        }
        for (var property : schema.path("properties").properties()) {
            var found = missing(property.getValue(), value.path(property.getKey()), path + property.getKey() + "/");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
