// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's configuration, written anew at every start, so that what runs is what stands here. */
final class ServerFiles {
    private ServerFiles() {}

    static void write(Path data, int port) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), configuration(port), StandardCharsets.UTF_8);
        Files.writeString(
                data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", StandardCharsets.UTF_8);
    }

    /**
     * Commits are durable; nobody connects but over loopback with a password. Log lines carry neither statements nor
     * the values in them, because those may be about a person. WAL files are removed rather than renamed and reused,
     * so that deleted content does not stay in them.
     */
    private static String configuration(int port) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 200
                shared_buffers = '64MB'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_recycle = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_destination = 'stderr'
                log_statement = 'none'
                log_min_error_statement = 'panic'
                log_parameter_max_length = 0
                log_error_verbosity = 'terse'
                """.formatted(port);
    }
}
