// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.caseledger.network.NetworkException;

/** Asks a management port's {@code /readyz} until it says yes, with a deadline. */
final class Readiness {
    private static final Duration DEADLINE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLISECONDS = 50;
    private static final int READY = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    void await(String what, int managementPort) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + "/readyz");
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        String last = "no answer";
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(uri)
                                .timeout(Duration.ofSeconds(5))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == READY) {
                    return;
                }
                last = answer.body();
            } catch (IOException e) {
                last = "no answer";
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        }
        throw new NetworkException(what + " is not ready after " + DEADLINE.toSeconds() + " s (" + last
                + "). See the log in the data directory.");
    }
}
