// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.cli.demo.Exchange;
import org.jspecify.annotations.Nullable;

/** What a caller was answered under one key: how often each status and code came, and which was the last. */
final class Answers {

    private final long begun = System.nanoTime();
    private final Map<String, Integer> counts = new TreeMap<>();
    private String last = "none";

    /** @param answer null where nobody answered */
    void count(@Nullable Exchange answer) {
        last = answer == null ? "no answer" : answer.status() + word(answer.answer());
        counts.merge(last, 1, Integer::sum);
    }

    /** Code of a problem or state of a write; never what was sent. */
    private static String word(JsonNode body) {
        String word = body.path("code").asText(body.path("state").asText());
        return word.isEmpty() ? "" : " " + word;
    }

    @Override
    public String toString() {
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        return counts + ", at last " + last + " after " + seconds + " s";
    }
}
