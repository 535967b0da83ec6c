// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** openapi.yaml as the router needs it: operations with their roles, parameters and body schemas, references resolved. */
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> vocabulary = new HashSet<>();

    private Contract(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        collectNames(document.path("components"));
    }

    /** The contract that is shipped with the service. */
    public static Contract shipped() {
        try (var yaml = Objects.requireNonNull(Contract.class.getResourceAsStream("/openapi.yaml"))) {
            return new Contract(new YAMLMapper().readTree(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One operation.
     *
     * @param path template with names in braces
     * @param body schema of the body, or null where there is none
     */
    public record Operation(
            String id,
            String method,
            String path,
            Set<Role> roles,
            List<Parameter> parameters,
            @Nullable ObjectNode body) {
        boolean takes(String parameter) {
            return parameters.stream().anyMatch(known -> known.name().equals(parameter));
        }
    }

    /** A parameter; {@code in} is path, query or header. */
    public record Parameter(String name, String in, boolean required, ObjectNode schema) {}

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Every name of a property in the contract: what may be named in a problem. */
    Set<String> vocabulary() {
        return vocabulary;
    }

    /** The contract itself, for tests and tools. */
    public JsonNode document() {
        return document;
    }

    /** A schema or a part of one with every reference replaced by what it names. */
    public JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(document.at(node.path("$ref").asText().substring(1)));
        }
        if (node instanceof ObjectNode object) {
            var copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), resolved(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(resolved(item)));
            return copy;
        }
        return node;
    }

    private Operation operation(String path, String method, JsonNode json) {
        var body = json.at("/requestBody/content").path("application/json").path("schema");
        return new Operation(
                json.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                roles(json.path("x-roles")),
                parameters(json.path("parameters")),
                body.isMissingNode() ? null : (ObjectNode) resolved(body));
    }

    private static Set<Role> roles(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(word -> Role.of(word.asText())
                        .orElseThrow(() -> new IllegalStateException("openapi.yaml names an unknown role")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Parameter> parameters(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(this::resolved)
                .map(json -> new Parameter(
                        json.path("name").asText(),
                        json.path("in").asText(),
                        json.path("required").asBoolean(),
                        (ObjectNode) json.path("schema")))
                .toList();
    }

    private void collectNames(JsonNode node) {
        var names = new TreeSet<String>();
        node.path("properties").properties().forEach(property -> names.add(property.getKey()));
        vocabulary.addAll(names);
        node.forEach(this::collectNames);
    }
}
