// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Keeps the terminal for results: log records go to a file, or nowhere. */
public final class Logging {
    private static final Logger ROOT = Logger.getLogger("");
    private static final int BYTES = 10 * 1024 * 1024;
    private static @Nullable Path file;

    private Logging() {}

    /** Nothing on the terminal. */
    static synchronized void quiet() {
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
            handler.close();
        }
        file = null;
    }

    /** Everything from {@code INFO} on goes to {@code caseledger.log} in the directory. */
    public static synchronized void toDirectory(Path directory) throws IOException {
        quiet();
        Files.createDirectories(directory);
        Path log = directory.resolve("caseledger.log");
        FileHandler handler = new FileHandler(log.toString().replace("%", "%%"), BYTES, 1, true);
        handler.setFormatter(new SimpleFormatter());
        handler.setEncoding("UTF-8");
        handler.setLevel(Level.INFO);
        ROOT.addHandler(handler);
        // The chaincode shim logs the arguments of every invocation.
        Logger.getLogger("org.hyperledger.fabric").setLevel(Level.WARNING);
        file = log;
    }

    /** The file that is written to, if one is. */
    static synchronized Optional<Path> where() {
        return Optional.ofNullable(file);
    }
}
