// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/**
 * A call that was understood and allowed: every value has the form that openapi.yaml gives it.
 *
 * @param parameters of path, query and header by name
 * @param body empty object where the operation takes none
 */
public record Call(String operation, Set<Role> roles, Map<String, String> parameters, ObjectNode body) {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    public String parameter(String name) {
        return optional(name).orElseThrow(() -> malformed(name));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The caller's key of a write. */
    public UUID key() {
        return UUID.fromString(parameter(IDEMPOTENCY_KEY));
    }

    public Optional<LocalDate> date(String name) {
        try {
            return optional(name).map(LocalDate::parse);
        } catch (DateTimeParseException noSuchDay) {
            throw malformed(name);
        }
    }

    public int number(String name, int standard) {
        return optional(name).map(Integer::parseInt).orElse(standard);
    }

    public String text(String field) {
        return body.path(field).asText();
    }

    /** A date of the body; 30 February has the form of a date and is none. */
    public static LocalDate date(JsonNode body, String field) {
        try {
            return LocalDate.parse(body.path(field).asText());
        } catch (DateTimeParseException noSuchDay) {
            throw new ProblemException(ProblemCode.FIELD_MALFORMED, Map.of("field", field));
        }
    }

    private static ProblemException malformed(String name) {
        return new ProblemException(ProblemCode.PARAMETER_MALFORMED, Map.of("parameter", name));
    }
}
