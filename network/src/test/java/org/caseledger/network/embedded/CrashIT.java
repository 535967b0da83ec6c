// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process that runs the ledger and looks for what it had acknowledged. */
class CrashIT {

    @Test
    void nothing_that_was_acknowledged_is_lost_by_a_kill(@TempDir Path directory) throws Exception {
        killAndLook(directory, 2);
    }

    @Test
    @Tag("deep")
    void nothing_is_lost_by_many_kills(@TempDir Path directory) throws Exception {
        killAndLook(directory, 50);
    }

    private static void killAndLook(Path directory, int rounds) throws Exception {
        TestConsortium consortium = new TestConsortium(directory);
        for (int round = 0; round < rounds; round++) {
            List<String> acknowledged = runAndKill(directory, round, 10 + 13 * (round % 7));
            try (EmbeddedLedger ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)))) {
                ledger.start();
                try (Client client = new Client(consortium, ledger, "FR-DUBLIN")) {
                    for (String key : acknowledged) {
                        assertThat(client.evaluate("get", key)).isEqualTo(key);
                    }
                }
            }
        }
    }

    private static List<String> runAndKill(Path directory, int round, int lines)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingLedger.class.getName(),
                        directory.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                acknowledged.add(line);
                if (acknowledged.size() == lines) {
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(lines);
        return acknowledged;
    }
}
