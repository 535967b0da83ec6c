// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785) in UTF-8, and its strict parser: no duplicate names, no trailing content, no numbers but
 * integers of at most nine digits, no text that is not valid Unicode.
 */
public final class CanonicalJson {

    private static final int LARGEST = 999_999_999;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private CanonicalJson() {}

    /** The canonical bytes. */
    public static byte[] write(JsonNode json) {
        requireClosed(json);
        try {
            var sorted = MAPPER.writeValueAsBytes(json);
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
            var json = MAPPER.readTree(text);
            requireClosed(json);
            return json;
        } catch (CharacterCodingException e) {
            throw new MalformedRecordException("json", "is not UTF-8");
        } catch (JsonProcessingException e) {
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
