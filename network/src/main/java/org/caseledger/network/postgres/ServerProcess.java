// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caseledger.network.NetworkException;

/** Runs PostgreSQL's own programs over one data directory, each with a bounded wait. */
final class ServerProcess {
    private static final int STOP_SECONDS = 10;
    private static final int START_SECONDS = 30;
    private static final int GRACE_SECONDS = 10;

    private final Path home;
    private final Path programs;
    private final Path data;
    private final Path log;
    private final ServerAccount account;

    ServerProcess(Path home, Path programs, Path data, Path log, ServerAccount account) {
        this.home = home;
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.account = account;
    }

    /** Fills an empty data directory; its administrator's password is read from a file. */
    void initialise(Path empty, String administrator, Path passwordFile) throws IOException {
        int exit = run(
                "initdb",
                START_SECONDS * 2,
                List.of(
                        "-D",
                        empty.toString(),
                        "--username=" + administrator,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"));
        if (exit != 0) {
            throw new NetworkException("PostgreSQL could not create " + data + " (see " + log
                    + "). Check that the disk has room, that it is not mounted noexec and that every directory above"
                    + " may be entered by the account of the server.");
        }
    }

    /**
     * Starts the server and waits until it accepts connections. {@code pg_ctl} gives it a session of its own, so that
     * Ctrl-C at a terminal does not stop it before the services that need it.
     */
    boolean start() throws IOException {
        return run(
                        "pg_ctl",
                        START_SECONDS + GRACE_SECONDS,
                        List.of("start", "-D", data.toString(), "-w", "-t", "" + START_SECONDS, "-l", log.toString()))
                == 0;
    }

    /** Ends sessions and stops; if that takes too long, stops without a last checkpoint (nothing committed is lost). */
    void stop() throws IOException {
        if (stop("fast") != 0 && isRunning()) {
            stop("immediate");
        }
    }

    boolean isRunning() throws IOException {
        return run("pg_ctl", GRACE_SECONDS, List.of("status", "-D", data.toString())) == 0;
    }

    private int stop(String mode) throws IOException {
        return run(
                "pg_ctl",
                STOP_SECONDS + GRACE_SECONDS,
                List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", "" + STOP_SECONDS));
    }

    private int run(String program, int seconds, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(account.command(programs.resolve("bin/" + program), arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(home.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NetworkException("PostgreSQL's " + program + " did not end within " + seconds + " s. See "
                        + log + ", and whether the disk is overloaded.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new NetworkException("Waiting for PostgreSQL was interrupted. Start again.", e);
        }
    }

    /** The last lines of the server's log, for a message that must say what is wrong. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                .reduce((first, second) -> second)
                .orElse("no reason in the log");
    }
}
