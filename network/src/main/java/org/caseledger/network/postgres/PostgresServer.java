// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caseledger.network.NetworkException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that lives under one directory, on loopback, with durable commits and passwords. Its data stay
 * over restarts. One process at a time uses a directory; a server that a killed process left behind is taken over.
 *
 * <pre>{@code
 * try (PostgresServer server = PostgresServer.start(directory)) {
 *     DatabaseAccess access = server.database("privacy_at_dublin");
 * }
 * }</pre>
 */
public final class PostgresServer implements DatabaseServer {
    private static final String ADMINISTRATOR = "administrator";

    private final ServerProcess process;
    private final FileChannel lock;
    private final int port;
    private final Databases databases;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(ServerProcess process, FileChannel lock, int port, Databases databases) {
        this.process = process;
        this.lock = lock;
        this.port = port;
        this.databases = databases;
    }

    /** Starts on a free port. */
    public static PostgresServer start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts the server, creating what is not there yet, and waits until it accepts connections.
     *
     * @param directory holds programs, data, passwords and the log
     * @param port on 127.0.0.1; 0 takes a free one
     * @throws NetworkException if the port or the directory is in use, or the machine lacks something
     */
    public static PostgresServer start(Path directory, int port) {
        return start(directory, directory, port);
    }

    /**
     * The same with the programs unpacked elsewhere, so that several servers share them.
     *
     * @param programs on a file system that is not mounted noexec
     */
    public static PostgresServer start(Path directory, Path programs, int port) {
        Path home = directory.toAbsolutePath();
        try {
            Files.createDirectories(home);
            FileChannel lock = lock(home);
            try {
                return started(home, programs.toAbsolutePath(), port, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NetworkException(
                    "PostgreSQL cannot use " + home + " (" + e.getMessage()
                            + "). Check that it is writable, has room and is not mounted noexec.",
                    e);
        }
    }

    /**
     * Stops a server that a killed process left behind; does nothing where there is none.
     *
     * @throws NetworkException if the directory is in use by a living process
     */
    public static void stopLeftover(Path directory, Path programs) {
        Path home = directory.toAbsolutePath();
        if (!Files.exists(home.resolve("data/postmaster.pid"))) {
            return;
        }
        try {
            stopLeftover(home, programs, lock(home));
        } catch (IOException e) {
            throw new NetworkException(
                    "The PostgreSQL server left behind in " + home + " cannot be stopped. End it by its id, which is in"
                            + " data/postmaster.pid.",
                    e);
        }
    }

    private static void stopLeftover(Path home, Path programs, FileChannel lock) throws IOException {
        try (lock) {
            ServerAccount account = ServerAccount.required();
            Path unpacked = Binaries.unpacked(programs.toAbsolutePath());
            stopLeftover(new ServerProcess(home, unpacked, home.resolve("data"), log(home, account), account));
        }
    }

    private static PostgresServer started(Path home, Path programs, int port, FileChannel lock) throws IOException {
        ServerAccount account = ServerAccount.required();
        Path data = home.resolve("data");
        Path passwords = home.resolve("passwords");
        String password = Passwords.named(passwords, ADMINISTRATOR);
        ServerProcess process = new ServerProcess(home, Binaries.unpacked(programs), data, log(home, account), account);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            stopLeftover(process);
        } else {
            initialise(process, account, data, password);
        }
        int chosen = port == 0 ? freePort() : requireFree(port);
        ServerFiles.write(data, chosen);
        if (!process.start()) {
            throw new NetworkException("PostgreSQL did not start on port " + chosen + " (" + process.lastWords()
                    + "). Mend that, or choose another port or data directory.");
        }
        DatabaseAccess administrator = new DatabaseAccess("127.0.0.1", chosen, "postgres", ADMINISTRATOR, password);
        return new PostgresServer(process, lock, chosen, new Databases(administrator, passwords));
    }

    /** Initialised beside its place and moved there when complete: a killed first start leaves nothing half made. */
    private static void initialise(ServerProcess process, ServerAccount account, Path data, String password)
            throws IOException {
        Path part = PrivateDirectory.empty(data.resolveSibling("data.part"));
        Path secret = PrivateDirectory.empty(data.resolveSibling("initdb.part"));
        Path passwordFile = Files.writeString(secret.resolve("password"), password);
        account.own(part);
        account.own(secret);
        process.initialise(part, ADMINISTRATOR, passwordFile);
        PrivateDirectory.delete(secret);
        Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** We hold the directory's lock, so nobody uses this server any more. */
    private static void stopLeftover(ServerProcess process) throws IOException {
        if (process.isRunning()) {
            process.stop();
        }
    }

    public int port() {
        return port;
    }

    @Override
    public DatabaseAccess database(String name) {
        return databases.create(name);
    }

    /** False once the server has ended, whoever ended it. */
    public boolean isRunning() {
        try {
            return !closed.get() && process.isRunning();
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops the server, waiting no longer than some 20 s; closing again does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock) {
            process.stop();
        } catch (IOException e) {
            throw new NetworkException("PostgreSQL on port " + port + " could not be stopped. End it by its id.", e);
        }
    }

    private static Path log(Path home, ServerAccount account) throws IOException {
        Path log = home.resolve("postgres.log");
        if (!Files.exists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        account.own(log);
        return log;
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held = null;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held within this process: the same refusal as for another one.
        }
        if (held == null) {
            channel.close();
            throw new NetworkException(
                    home + " is in use by another caseledger. End that one, or choose another data directory.");
        }
        return channel;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static int requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new NetworkException(
                    "Port " + port + ", meant for PostgreSQL, is in use. End the program that listens there, or choose"
                            + " another port in the topology.",
                    e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
