// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.caseledger.gateway.problem.Problem;

/** Keeps a problem with its operation, so that a repeated call is refused in the same words. */
public final class RefusalWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String write(Problem problem) {
        try {
            return MAPPER.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem cannot be written", impossible);
        }
    }

    /** The problem as it was kept. */
    public Problem read(String text) {
        try {
            return MAPPER.readValue(text, Problem.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A kept problem cannot be read", damaged);
        }
    }
}
