// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.vault.Ids;
import org.caseledger.privacy.vault.RequestFile.Right;
import org.jspecify.annotations.Nullable;

/** The bodies of the routes, each read strictly: an unknown, doubled or missing field is refused. */
final class Bodies {

    private static final int MOST_NAMES = 10_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Bodies() {}

    record Nothing() {}

    record CaseAndFileNumber(String caseId, String fileNumber) {
        CaseAndFileNumber {
            requireId(caseId);
            requirePresent(fileNumber);
        }
    }

    record CaseOnly(String caseId) {
        CaseOnly {
            requireId(caseId);
        }
    }

    record HandleOrFileNumber(
            @Nullable String handle, @Nullable String fileNumber) {
        HandleOrFileNumber {
            require((handle == null) != (fileNumber == null));
            require(handle == null || Ids.isHandle(handle));
        }
    }

    record Names(List<String> caseIds, String purpose) {
        Names {
            requirePresent(caseIds);
            require(caseIds.size() <= MOST_NAMES);
            caseIds.forEach(Bodies::requireId);
            requirePresent(purpose);
            require(purpose.matches("[a-z][a-z0-9-]{0,39}"));
        }
    }

    record HandleAndFileNumber(String handle, String fileNumber) {
        HandleAndFileNumber {
            requirePresent(handle);
            require(Ids.isHandle(handle));
            requirePresent(fileNumber);
        }
    }

    record OpenRequest(String requestId, String fileNumber, Right right, String receivedOn) {
        OpenRequest {
            requireId(requestId);
            requirePresent(fileNumber);
            requirePresent(right);
            requireDate(receivedOn);
        }
    }

    record RequestOnly(String requestId) {
        RequestOnly {
            requireId(requestId);
        }
    }

    record RequestUntil(String requestId, String until) {
        RequestUntil {
            requireId(requestId);
            requireDate(until);
        }
    }

    record Sealed(String jwe) {
        Sealed {
            requirePresent(jwe);
        }
    }

    static <T> T read(Buffer body, Class<T> type) {
        try {
            return requirePresent(JSON.readValue(body.getBytes(), type));
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BODY_MALFORMED);
        }
    }

    static Buffer write(Object answer) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers are records of strings and lists", e);
        }
    }

    private static void requireId(@Nullable String id) {
        require(id != null && Ids.isHex128(id));
    }

    private static void requireDate(@Nullable String date) {
        try {
            require(date != null && date.length() == 10);
            LocalDate.parse(requirePresent(date));
        } catch (DateTimeParseException e) {
            throw new ProblemException(ProblemCode.BODY_MALFORMED);
        }
    }

    private static <T> T requirePresent(@Nullable T value) {
        if (value == null) {
            throw new ProblemException(ProblemCode.BODY_MALFORMED);
        }
        return value;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new ProblemException(ProblemCode.BODY_MALFORMED);
        }
    }
}
