// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.demo.ApiClient;
import org.caseledger.cli.demo.Exchange;
import org.caseledger.cli.tokens.DemoRole;
import org.jspecify.annotations.Nullable;

/** Opens cases and records steps, each under one Idempotency-Key, and repeats a call until it is acknowledged. */
final class InsistingCaller implements Callable<Void> {

    private static final int STEPS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final LocalDate FIRST = LocalDate.of(2015, 3, 7);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiClient client;
    private final String authority;
    private final int number;
    private final AtomicBoolean stop;
    private final AtomicInteger acknowledged;
    private final Map<String, List<LocalDate>> expected = new LinkedHashMap<>();

    InsistingCaller(
            Consortium consortium, String authority, int number, AtomicBoolean stop, AtomicInteger acknowledged) {
        this.client = new ApiClient(
                authority,
                consortium.api(authority),
                consortium.tlsRoot(authority),
                "caseworker",
                consortium.token(authority, "caller-" + number, DemoRole.CASEWORKER));
        this.authority = authority;
        this.number = number;
        this.stop = stop;
        this.acknowledged = acknowledged;
    }

    @Override
    public Void call() throws InterruptedException {
        while (!stop.get()) {
            var file = "TEST-%06d".formatted(number * 100_000 + expected.size() + 1);
            var dates = expected.computeIfAbsent(file, name -> new ArrayList<>());
            var handle = insist("/cases", opening(file)).path("handle").asText();
            dates.add(FIRST);
            for (int day = 1; day < STEPS && !stop.get(); day++) {
                insist("/cases/" + handle + "/steps", step("plea-of-expiry", day));
                dates.add(FIRST.plusDays(day));
            }
        }
        return null;
    }

    /** What was acknowledged is there, once each, and nothing else. */
    void compareWithTheReadModel(String note) {
        expected.forEach((file, dates) -> {
            var found = client.post("/cases/search", JSON.createObjectNode().put("fileNumber", file))
                    .answer()
                    .path("items");
            assertThat(found).as("cases of one file, %s", note).hasSize(1);
            var history = client.get("/cases/" + found.path(0).path("handle").asText() + "/history?limit=100")
                    .answer()
                    .path("items");
            var recorded = new ArrayList<LocalDate>();
            history.forEach(entry -> recorded.add(
                    LocalDate.parse(entry.path("step").path("occurredOn").asText())));
            assertThat(recorded).as("steps of one case, %s", note).isEqualTo(dates);
        });
    }

    private JsonNode insist(String path, JsonNode body) throws InterruptedException {
        var key = UUID.randomUUID();
        var answers = new Answers();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = attempt(path, body, key);
            answers.count(answer);
            if (answer != null && answer.status() == 201) {
                acknowledged.incrementAndGet();
                return answer.answer();
            }
            if (answer != null && refusedForGood(answer)) {
                throw new AssertionError("a good call was refused: " + answers + ", key " + key);
            }
            Waiting.aMoment(50);
        }
        throw new AssertionError(
                "a call was not acknowledged within " + PATIENCE.toSeconds() + " s: " + answers + ", key " + key);
    }

    private static boolean refusedForGood(Exchange answer) {
        return !answer.succeeded() && !answer.answer().path("retryable").asBoolean();
    }

    private @Nullable Exchange attempt(String path, JsonNode body, UUID key) {
        try {
            return client.post(path, body, key);
        } catch (CommandException unreachable) {
            return null;
        }
    }

    private ObjectNode opening(String file) {
        var body = JSON.createObjectNode();
        body.put("fileNumber", file);
        body.put("definition", "dublin3-take-back@1");
        body.putObject("roles").putArray("requesting").add(authority);
        body.set("step", step("lodged", 0));
        return body;
    }

    private static ObjectNode step(String name, int day) {
        var body = JSON.createObjectNode();
        body.put("step", name).put("role", "requesting");
        body.put("occurredOn", FIRST.plusDays(day).toString());
        body.putObject("attributes");
        return body;
    }
}
