// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.caseledger.network.NetworkException;
import org.jspecify.annotations.Nullable;

/** A service that runs in a process of its own, from its settings file, and can be killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    private static final String HEAP = "-Xmx256m";
    private static final int STOP_SECONDS = 15;

    private final String name;
    private final Class<?> main;
    private final Path settings;
    private final Path log;
    private @Nullable Process process;

    ServiceProcess(String name, Class<?> main, Path settings, Path log) {
        this.name = name;
        this.main = main;
        this.settings = settings;
        this.log = log;
    }

    public String name() {
        return name;
    }

    /** Starts the process; what it prints goes to its log. */
    public synchronized void start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                settings.toString());
        try {
            Files.createDirectories(log.getParent());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new NetworkException(name + " could not be started (" + e.getMessage() + "). Check java.home.", e);
        }
    }

    /** Kills it at once (SIGKILL), as a power cut would, and waits until it is gone. */
    public synchronized void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
        }
    }

    public synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** Ends it in order; kills it if that takes too long. */
    @Override
    public synchronized void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!await(running)) {
                kill();
            }
        }
    }

    private static boolean await(Process running) {
        try {
            return running.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
