// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.caseledger.privacy.tree.TreeException;

/** Bytes of the vault's entries: records as JSON with a version {@code v}, lookups as case ids of 16 bytes each. */
final class Codec {

    private static final int VERSION = 1;
    private static final int CASE_ID_LENGTH = 16;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Codec() {}

    static byte[] bytes(Object stored) {
        try {
            ObjectNode node = JSON.createObjectNode().put("v", VERSION);
            node.setAll((ObjectNode) JSON.valueToTree(stored));
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings and lists are always JSON", e);
        }
    }

    static Link link(byte[] bytes) throws TreeException {
        return parse(bytes, Link.class);
    }

    static RequestFile request(byte[] bytes) throws TreeException {
        return parse(bytes, RequestFile.class);
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] caseIds(Collection<String> caseIds) {
        ByteBuffer buffer = ByteBuffer.allocate(caseIds.size() * CASE_ID_LENGTH);
        new TreeSet<>(caseIds).forEach(caseId -> buffer.put(hex(caseId)));
        return buffer.array();
    }

    static List<String> caseIds(byte[] bytes) {
        List<String> caseIds = new ArrayList<>();
        for (int start = 0; start < bytes.length; start += CASE_ID_LENGTH) {
            caseIds.add(HexFormat.of().formatHex(bytes, start, start + CASE_ID_LENGTH));
        }
        return caseIds;
    }

    private static <T> T parse(byte[] bytes, Class<T> type) throws TreeException {
        try {
            ObjectNode node = (ObjectNode) JSON.readTree(bytes);
            if (node.remove("v").asInt() != VERSION) {
                throw new TreeException("A record is of a later form. Run the version of the service that wrote it.");
            }
            return JSON.treeToValue(node, type);
        } catch (IOException e) {
            throw new TreeException("A record in the vault is damaged. Restore from the replica.");
        }
    }
}
