// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.caseledger.network.NetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    /** Line of postmaster.pid, from 0. */
    private static final int SOCKET_DIRECTORY = 4;

    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private final Path directory;

    PostgresServerIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void what_was_committed_is_there_after_a_restart() throws SQLException {
        try (PostgresServer server = start(0)) {
            execute(server.database("gateway_at"), "CREATE TABLE kept AS SELECT 7 AS value");
        }
        try (PostgresServer server = start(0)) {
            assertThat(query(server.database("gateway_at"), "SELECT value FROM kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void commits_are_durable_and_only_loopback_with_a_password_is_open() throws Exception {
        try (PostgresServer server = start(0)) {
            DatabaseAccess access = server.database("gateway_at");

            assertThat(query(access, "SHOW fsync")).isEqualTo("on");
            assertThat(query(access, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(access, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(query(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(access, "SELECT inet_server_addr()::text")).isEqualTo("127.0.0.1/32");
            assertThat(query(access, "SHOW lc_collate")).isEqualTo("C");
            assertThat(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                            .get(SOCKET_DIRECTORY))
                    .isEmpty();
        }
    }

    @Test
    void a_role_opens_its_own_database_and_no_other() throws SQLException {
        try (PostgresServer server = start(0)) {
            DatabaseAccess austria = server.database("privacy_at");
            DatabaseAccess bulgaria = server.database("privacy_bg");

            execute(austria, "CHECKPOINT");
            assertThat(query(austria, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
            DatabaseAccess across = new DatabaseAccess(
                    austria.host(), austria.port(), bulgaria.database(), austria.user(), austria.password());
            assertThatThrownBy(() -> query(across, "SELECT 1")).hasMessageContaining("permission denied");
            DatabaseAccess guessed =
                    new DatabaseAccess(austria.host(), austria.port(), austria.database(), austria.user(), "guessed");
            assertThatThrownBy(() -> query(guessed, "SELECT 1")).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void passwords_are_readable_by_the_owner_only() throws IOException {
        try (PostgresServer server = start(0)) {
            DatabaseAccess access = server.database("privacy_at");
            Path file = directory.resolve("passwords/privacy_at");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(access.toString()).doesNotContain(access.password());
        }
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("choose another");
        }
    }

    @Test
    void a_directory_in_use_is_refused_and_the_first_user_is_not_disturbed() throws SQLException {
        try (PostgresServer server = start(0)) {
            assertThatThrownBy(() -> start(0))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("in use by another caseledger");
            assertThat(query(server.database("gateway_at"), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_killed_server_is_seen_and_starts_again_with_its_data() throws Exception {
        try (PostgresServer server = start(0)) {
            execute(server.database("gateway_at"), "CREATE TABLE kept AS SELECT 7 AS value");
            long pid = Long.parseLong(
                    Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0));
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            await(() -> !server.isRunning());
            assertThatThrownBy(() -> server.database("gateway_at"))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("Check that it runs");
        }
        try (PostgresServer server = start(0)) {
            assertThat(query(server.database("gateway_at"), "SELECT value FROM kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_begun_anew() throws IOException, SQLException {
        Files.createDirectories(directory.resolve("data.part"));
        Files.writeString(directory.resolve("data.part/PG_VERSION"), "15");

        try (PostgresServer server = start(0)) {
            assertThat(query(server.database("gateway_at"), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void programs_are_unpacked_beside_the_data_where_no_other_place_is_named() throws SQLException {
        try (PostgresServer server = PostgresServer.start(directory)) {
            assertThat(query(server.database("gateway_at"), "SELECT 1")).isEqualTo("1");
            assertThat(directory.toFile().list()).anyMatch(name -> name.startsWith("postgres-"));
        }
    }

    @Test
    void an_installed_server_is_prepared_in_the_same_way(@TempDir Path other) throws Exception {
        try (PostgresServer server = start(0)) {
            String password = Files.readString(directory.resolve("passwords/administrator"));
            DatabaseAccess administrator =
                    new DatabaseAccess("127.0.0.1", server.port(), "postgres", "administrator", password);
            try (InstalledPostgres installed = new InstalledPostgres(administrator, other)) {
                assertThat(query(installed.database("gateway_fr"), "SELECT current_user"))
                        .isEqualTo("gateway_fr");
            }
            assertThat(server.isRunning()).isTrue();
        }
    }

    private PostgresServer start(int port) {
        return PostgresServer.start(directory, PROGRAMS, port);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("deadline").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
