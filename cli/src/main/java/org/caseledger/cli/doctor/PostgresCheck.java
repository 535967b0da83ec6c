// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.caseledger.network.postgres.ServerAccount;
import org.caseledger.network.topology.Postgres;

/** What PostgreSQL needs. */
final class PostgresCheck {
    private static final int DIAL_MILLISECONDS = 3_000;

    private PostgresCheck() {}

    static Check platform() {
        String found = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        return found.equals("Linux on amd64")
                ? Check.ok("postgres-programs", "come with caseledger for " + found)
                : Check.missing(
                        "postgres-programs",
                        "none come with caseledger for " + found,
                        "Install PostgreSQL 15 or newer and name it under postgres in a topology.");
    }

    static Check account() {
        return ServerAccount.available()
                .map(account -> Check.ok(
                        "postgres-account",
                        switch (account) {
                            case OWN -> "runs under your own account";
                            case NAMESPACE -> "you are root: runs in a user namespace";
                            case NOBODY -> "you are root: runs as nobody";
                        }))
                .orElseGet(() -> Check.missing(
                        "postgres-account",
                        "PostgreSQL refuses to run as root, and neither unshare nor setpriv works",
                        "Run as another user, or install util-linux."));
    }

    static Check mayExecute(Path data) {
        Path directory = MachineCheck.existing(data);
        try {
            Path program = Files.createTempFile(
                    directory,
                    "caseledger-doctor",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                Files.writeString(program, "#!/bin/sh\nexit 0\n", StandardCharsets.US_ASCII);
                return exitCode(program) == 0
                        ? Check.ok("postgres-place", "programs may run under " + directory)
                        : noexec(directory);
            } finally {
                Files.delete(program);
            }
        } catch (IOException e) {
            return noexec(directory);
        }
    }

    static Check installed(Postgres server) {
        String where = server.host() + ":" + server.port();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), DIAL_MILLISECONDS);
            return Check.ok("postgres-server", where + " accepts connections");
        } catch (IOException e) {
            return Check.missing(
                    "postgres-server",
                    where + " does not answer",
                    "Start it, or correct host and port under postgres in the topology.");
        }
    }

    private static int exitCode(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString()).start();
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static Check noexec(Path directory) {
        return Check.missing(
                "postgres-place",
                "programs may not run under " + directory,
                "It is not writable or mounted noexec: choose another directory with --data DIR.");
    }
}
