// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;

/**
 * Calls again until an answer is as awaited: another authority learns of a block or a link a moment later. When the
 * deadline passes, the last answer is given, and the statement about it will not hold.
 */
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /** A busy machine may keep a service from answering for a while; nothing is lost meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private static final long PAUSE_MILLISECONDS = 25;

    private Await() {}

    static Exchange until(Supplier<Exchange> call, Predicate<Exchange> awaited) {
        return until(call, awaited, DEADLINE);
    }

    private static Exchange until(Supplier<Exchange> call, Predicate<Exchange> awaited, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Exchange answer = call.get();
        while (!awaited.test(answer) && System.nanoTime() < deadline) {
            pause();
            answer = call.get();
        }
        return answer;
    }

    /** Writes under one key and, as docs/api.md asks of every caller, comes back with it while a retry helps. */
    static Exchange written(ApiClient client, String path, JsonNode body) {
        UUID key = UUID.randomUUID();
        return until(
                () -> client.post(path, body, key),
                answer -> !answer.answer().path("retryable").asBoolean(),
                PATIENCE);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.ENVIRONMENT, "The demo was interrupted. Start it again.", e);
        }
    }
}
