// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caseledger.privacy.options.PrivacyOptions;

/** Starts {@link StorageCheck} as a process of its own and waits for what it finds. Blocks; for a worker thread. */
public final class FreshProcess {

    private static final long LONGEST_SECONDS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivacyOptions options;

    public FreshProcess(PrivacyOptions options) {
        this.options = options;
    }

    /** @throws IOException if the process cannot be started, fails, or does not end in time */
    public StorageFindings reread(List<String> tombstones) throws IOException {
        Process process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            ask(process, tombstones);
            byte[] answer = process.getInputStream().readAllBytes();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("The process that rereads storage failed.");
            }
            return JSON.readValue(answer, StorageFindings.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The process that rereads storage was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private void ask(Process process, List<String> tombstones) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(JSON.writeValueAsBytes(question(tombstones)));
        }
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StorageCheck.class.getName());
    }

    /** On the standard input, because a command line and an environment can be read by others. */
    private StorageQuestion question(List<String> tombstones) {
        return new StorageQuestion(
                options.database().url(),
                options.database().user(),
                options.database().password(),
                options.rootStore().toAbsolutePath().toString(),
                tombstones);
    }
}
