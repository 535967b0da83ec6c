// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** A YAML text as a tree. The lines of its parts are looked for only when somebody asks. */
record Yaml(String file, String text, JsonNode json) {

    private static final YAMLFactory YAML = new YAMLFactory();

    static Yaml read(String file, String text) {
        try (var parser = parser(text)) {
            parser.nextToken();
            var json = value(parser);
            if (parser.nextToken() != null) {
                throw refused(file, parser.currentTokenLocation().getLineNr(), "it goes on after its end");
            }
            return new Yaml(file, text, json);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw refused(file, line, String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    /** File and line of a path, or of the nearest one above it. */
    String place(String path) {
        return file + ":" + Lines.of(this).line(path);
    }

    static JsonParser parser(String text) throws IOException {
        var parser = YAML.createParser(text);
        parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return parser;
    }

    private static DefinitionException refused(String file, int line, String why) {
        return new DefinitionException(List.of(
                new DefinitionException.Problem(file + ":" + line, "this is not YAML with unique names: " + why)));
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (Objects.requireNonNullElse(parser.currentToken(), JsonToken.NOT_AVAILABLE)) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.textNode(parser.getText());
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static JsonNode object(JsonParser parser) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static JsonNode array(JsonParser parser) throws IOException {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
