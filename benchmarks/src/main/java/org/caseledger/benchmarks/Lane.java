// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.caseledger.cli.demo.ApiClient;
import org.caseledger.cli.demo.Exchange;

/** One client after the other's answer: opens a case, records nine steps in it, opens the next. */
final class Lane {

    private static final int STEPS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiClient client;
    private final AtomicLong files;
    private final List<Long> latencies = new ArrayList<>();
    private long refused;
    private String handle = "";
    private int step = STEPS;

    Lane(ApiClient client, AtomicLong files) {
        this.client = client;
        this.files = files;
    }

    RestLoad.Measured until(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            var before = System.nanoTime();
            var answer = step < STEPS ? record() : open();
            if (answer.status() == 201) {
                latencies.add(System.nanoTime() - before);
            } else {
                refused++;
                step = STEPS;
            }
        }
        return new RestLoad.Measured(latencies, refused, Duration.ZERO, Duration.ZERO);
    }

    private Exchange open() {
        var answer = client.post("/cases", opening());
        if (answer.status() == 201) {
            handle = answer.answer().path("handle").asText();
            step = 1;
        }
        return answer;
    }

    private Exchange record() {
        step++;
        return client.post("/cases/" + handle + "/steps", step("plea-of-expiry", step));
    }

    private JsonNode opening() {
        var body = JSON.createObjectNode();
        body.put("fileNumber", "TEST-%06d".formatted(files.incrementAndGet()));
        body.put("definition", "dublin3-take-back@1");
        body.putObject("roles").putArray("requesting").add("AT-DUBLIN");
        body.set("step", step("lodged", 0));
        return body;
    }

    private static ObjectNode step(String name, int day) {
        var body = JSON.createObjectNode();
        body.put("step", name);
        body.put("role", "requesting");
        body.put("occurredOn", LocalDate.of(2015, 3, 7).plusDays(day).toString());
        body.putObject("attributes");
        return body;
    }
}
