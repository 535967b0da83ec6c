// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** Puts problems into the words of problems.properties. */
public final class ProblemTexts {

    private final Properties texts = new Properties();

    public ProblemTexts() {
        var resource = Objects.requireNonNull(ProblemTexts.class.getResourceAsStream("/problems.properties"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether there are a title and something to do for a code. */
    public boolean covers(String code) {
        return texts.containsKey(code + ".title") && texts.containsKey(code + ".todo");
    }

    /** The problem as RFC 9457 shapes it. */
    public ObjectNode render(Problem problem, String correlationId) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:caseledger:problem:" + problem.code())
                .put("title", text(problem.code(), "title"))
                .put("status", problem.status())
                .put("code", problem.code())
                .put("todo", text(problem.code(), "todo"))
                .put("retryable", problem.retryable())
                .put("stage", problem.stage().word())
                .put("correlationId", correlationId);
        if (!problem.fields().isEmpty()) {
            var fields = json.putObject("fields");
            new TreeMap<>(problem.fields()).forEach(fields::put);
        }
        return json;
    }

    private String text(String code, String kind) {
        return texts.getProperty(code + "." + kind, texts.getProperty("OTHER." + kind, code));
    }
}
