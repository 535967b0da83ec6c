// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.consortium.Layout;
import org.caseledger.network.postgres.PostgresServer;

/**
 * The demo's data directory. A demo begins with an empty one: it clears what an earlier demo left there, and nothing
 * that is not a demo's. One demo at a time uses a directory.
 */
final class DemoDirectory implements AutoCloseable {
    private static final String MARK = "this-is-a-demo";

    private final FileChannel lock;

    private DemoDirectory(FileChannel lock) {
        this.lock = lock;
    }

    /** @param databases where PostgreSQL servers that an earlier demo left may still run */
    static DemoDirectory prepare(Layout layout, List<Path> databases) {
        Path directory = layout.data();
        try {
            requireOurs(directory);
            Files.createDirectories(directory);
            FileChannel lock = lock(directory);
            for (Path database : databases) {
                PostgresServer.stopLeftover(database, layout.programs());
            }
            clear(directory, List.of(layout.programs(), directory.resolve(MARK)));
            return new DemoDirectory(lock);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "The data directory " + directory + " cannot be prepared (" + e.getMessage()
                            + "). Choose another one with --data DIR.",
                    e);
        }
    }

    private static void requireOurs(Path directory) throws IOException {
        if (!Files.isDirectory(directory) || Files.exists(directory.resolve(MARK))) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new CommandException(
                        ExitCode.USAGE,
                        directory + " holds something that is not a demo's, and a demo begins with an empty directory."
                                + " Choose another one with --data DIR.");
            }
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "Another demo uses " + directory + ". End it, or choose another directory with --data DIR.");
        }
        return channel;
    }

    private static void clear(Path directory, List<Path> kept) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory) && kept.stream().noneMatch(file::startsWith)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
