// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** Reads one JSON object strictly: no name twice, nothing after it. */
final class BodyReader {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BodyReader() {}

    static ObjectNode read(byte[] body) {
        try {
            if (STRICT.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException notJson) {
            throw new ProblemException(ProblemCode.BODY_NOT_JSON);
        }
        throw new ProblemException(ProblemCode.BODY_NOT_JSON);
    }
}
