// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caseledger.network.NetworkException;

/**
 * Under which account PostgreSQL runs, since it refuses to run as root: the caller's own; for root a user namespace
 * without a mapping, or where that is not allowed an unprivileged account that is given the data directory.
 */
public enum ServerAccount {
    OWN(""),
    NAMESPACE("unshare -U --"),
    NOBODY("setpriv --reuid=nobody --regid=nogroup --clear-groups --");

    private final String prefix;

    ServerAccount(String prefix) {
        this.prefix = prefix;
    }

    /** The first account that works here; empty for root where neither {@code unshare} nor {@code setpriv} does. */
    public static Optional<ServerAccount> available() {
        if (!isRoot()) {
            return Optional.of(OWN);
        }
        return Stream.of(NAMESPACE, NOBODY).filter(ServerAccount::works).findFirst();
    }

    static ServerAccount required() {
        return available()
                .orElseThrow(() -> new NetworkException(
                        "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. "
                                + "Run as another user, or install util-linux."));
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = prefix.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(prefix.split(" ")));
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives what PostgreSQL must write to its account. */
    void own(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        UserPrincipal nobody =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(nobody);
            }
        }
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(command(Path.of("true"), List.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return System.getProperty("user.name").equals("root");
        }
    }
}
