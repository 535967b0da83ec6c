// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A YAML text as a tree that remembers the line of everything.
 *
 * @param lines path to line, from 1
 */
record Yaml(String name, JsonNode json, Map<String, Integer> lines) {

    static Yaml read(String name, String text) {
        var lines = new HashMap<String, Integer>();
        try (var parser = new YAMLFactory().createParser(text)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            parser.nextToken();
            var json = value(parser, "", lines);
            return new Yaml(name, json, Map.copyOf(lines));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DefinitionException(
                    List.of(new DefinitionException.Problem(name + ":" + line, "this is not YAML with unique names")));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    /** File and line of a path, or of the nearest one above it. */
    String place(String path) {
        var at = path;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            var cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = at.substring(0, Math.max(cut, 0));
        }
        return name + ":" + lines.getOrDefault(at, 1);
    }

    private static JsonNode value(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        return switch (Objects.requireNonNullElse(parser.currentToken(), JsonToken.NOT_AVAILABLE)) {
            case START_OBJECT -> object(parser, path, lines);
            case START_ARRAY -> array(parser, path, lines);
            case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.textNode(parser.getText());
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static JsonNode object(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var child = path.isEmpty() ? name : path + "." + name;
            lines.put(child, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            object.set(name, value(parser, child, lines));
        }
        return object;
    }

    private static JsonNode array(JsonParser parser, String path, Map<String, Integer> lines) throws IOException {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path + "[" + array.size() + "]", lines));
        }
        return array;
    }
}
