// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.network.postgres.DatabaseAccess;

/**
 * Runs the attacker as a program of its own: it gets databases with their passwords, files and keys, knows the page
 * that documents the formats, and nothing of this project's code. A password travels in a file, never in an argument.
 */
final class AttackerProcess {
    /** Named here by its name alone: this program must not depend on it, nor it on this program. */
    private static final String PROGRAM = "org.caseledger.cli.attacker.Attacker";

    private static final int PATIENCE_SECONDS = 120;

    private AttackerProcess() {}

    /**
     * One authority's privacy service as found by somebody who broke in.
     *
     * @param passwordFile the database password
     * @param rootStore directory of the root key
     */
    record Loot(DatabaseAccess database, Path passwordFile, Path rootStore) {}

    /**
     * @param files PostgreSQL data directories: the server's, and stolen copies
     * @param fileNumbers what he looks for in clear text besides: he may guess them
     * @param work where the attacker's output may be kept
     * @return the attacker's report (docs/demo.md): {@code links} with what it recovered, {@code complete}
     */
    static JsonNode run(List<Loot> loot, List<Path> files, List<String> fileNumbers, Path work) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAM));
        for (Loot found : loot) {
            command.addAll(List.of(
                    "--database-url", found.database().jdbcUrl(),
                    "--user", found.database().user(),
                    "--password-file", found.passwordFile().toString(),
                    "--keys", found.rootStore().toString()));
        }
        files.forEach(directory -> command.addAll(List.of("--data-directory", directory.toString())));
        fileNumbers.forEach(number -> command.addAll(List.of("--needle", number)));
        return answer(command, work);
    }

    private static JsonNode answer(List<String> command, Path work) {
        try {
            Path answer = Files.createTempFile(work, "attack", ".json");
            Path errors = Files.createTempFile(work, "attack", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CommandException(
                        ExitCode.DEFECT, "The attacker's program did not end within " + PATIENCE_SECONDS + " s.");
            }
            if (process.exitValue() != 0) {
                throw new CommandException(
                        ExitCode.DEFECT, "The attacker's program failed, see " + errors + ". Run the demo again.");
            }
            return Json.mapper().readTree(Files.readString(answer, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandException(ExitCode.DEFECT, "The attacker's program gave no answer. Run again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.ENVIRONMENT, "The demo was interrupted. Start it again.", e);
        }
    }
}
