// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785) in UTF-8, and its strict parser: no duplicate names, no trailing content, no numbers but
 * integers of at most nine digits, no text that is not valid Unicode.
 */
public final class CanonicalJson {

    private static final int LARGEST = 999_999_999;

    /** The streams of Jackson only: its object mapper alone takes longer to load than a library of definitions. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /** The canonical bytes. */
    public static byte[] write(JsonNode json) {
        requireClosed(json);
        try {
            var sorted = sorted(json);
            // Sorted and compact is the canonical form already, but for the digits of an escaped control character.
            return hasEscape(sorted) ? new JsonCanonicalizer(sorted).getEncodedUTF8() : sorted;
        } catch (IOException e) {
            throw new MalformedRecordException("json", "has no canonical form");
        }
    }

    /** Parses one JSON value; its bytes need not be canonical. */
    public static JsonNode read(byte[] utf8) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            try (var parser = JSON.createParser(text)) {
                if (parser.nextToken() == null) {
                    throw new MalformedRecordException("json", "is empty or not JSON");
                }
                var json = value(parser);
                if (parser.nextToken() != null) {
                    throw new MalformedRecordException("json", "is not one JSON value with unique names");
                }
                requireClosed(json);
                return json;
            }
        } catch (CharacterCodingException e) {
            throw new MalformedRecordException("json", "is not UTF-8");
        } catch (IOException e) {
            throw new MalformedRecordException("json", "is not one JSON value with unique names");
        }
    }

    /** SHA-256 of the canonical form, as 64 lowercase hex digits. */
    public static String hash(JsonNode json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(write(json)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] sorted(JsonNode json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var generator = JSON.createGenerator(bytes)) {
            write(json, generator);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonNode json, JsonGenerator generator) throws IOException {
        switch (json.getNodeType()) {
            case OBJECT -> {
                generator.writeStartObject();
                var fields = new TreeMap<String, JsonNode>();
                json.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
                for (var field : fields.entrySet()) {
                    generator.writeFieldName(field.getKey());
                    write(field.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case ARRAY -> {
                generator.writeStartArray();
                for (var item : json) {
                    write(item, generator);
                }
                generator.writeEndArray();
            }
            case STRING -> generator.writeString(json.textValue());
            case NUMBER -> generator.writeNumber(json.intValue());
            case BOOLEAN -> generator.writeBoolean(json.booleanValue());
            default -> generator.writeNull();
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = JsonNodeFactory.instance.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    object.set(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> JsonNodeFactory.instance.textNode(parser.getText());
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case VALUE_NUMBER_INT -> integer(parser);
            default -> throw new MalformedRecordException("json", "has a number that is not a small integer");
        };
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        if (parser.getNumberType() != JsonParser.NumberType.INT) {
            throw new MalformedRecordException("json", "has a number that is not a small integer");
        }
        return JsonNodeFactory.instance.numberNode(parser.getIntValue());
    }

    private static void requireClosed(JsonNode json) {
        switch (json.getNodeType()) {
            case OBJECT ->
                json.properties().forEach(field -> {
                    requireUnicode(field.getKey());
                    requireClosed(field.getValue());
                });
            case ARRAY -> json.forEach(CanonicalJson::requireClosed);
            case NUMBER -> {
                if (!json.canConvertToInt() || !json.isIntegralNumber() || Math.abs(json.intValue()) > LARGEST) {
                    throw new MalformedRecordException("json", "has a number that is not a small integer");
                }
            }
            case STRING -> requireUnicode(json.textValue());
            case BOOLEAN, NULL -> {}
            default -> throw new MalformedRecordException("json", "is empty or not JSON");
        }
    }

    private static boolean hasEscape(byte[] json) {
        for (var b : json) {
            if (b == '\\') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSurrogate(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void requireUnicode(String text) {
        if (hasSurrogate(text) && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedRecordException("json", "has an unpaired surrogate");
        }
    }
}
