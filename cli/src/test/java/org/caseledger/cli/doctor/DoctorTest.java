// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.caseledger.network.topology.PortPlan;
import org.caseledger.network.topology.Postgres;
import org.caseledger.network.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private final Path directory;

    DoctorTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_machine_that_runs_this_test_has_a_compiler_and_room() {
        assertThat(JavaCheck.compiler().status()).isEqualTo(Check.Status.OK);
        assertThat(JavaCheck.runtime().status()).isEqualTo(Check.Status.OK);
        assertThat(MachineCheck.disk(directory).status()).isEqualTo(Check.Status.OK);
    }

    @Test
    void a_taken_base_port_is_missing_and_says_what_to_do() throws IOException {
        int base = freeBase();
        try (ServerSocket taken = new ServerSocket(base, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Check check = PortCheck.ports(List.of(Topology.demo().withPorts(new PortPlan(taken.getLocalPort()))));

            assertThat(check.status()).isEqualTo(Check.Status.MISSING);
            assertThat(check.found()).contains(String.valueOf(base));
            assertThat(check.mend()).contains("ports.base");
        }
    }

    @Test
    void a_clock_behind_the_build_is_missing() {
        Clock behind = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(MachineCheck.clock(behind).status()).isEqualTo(Check.Status.MISSING);
        assertThat(MachineCheck.clock(Clock.systemUTC()).status()).isEqualTo(Check.Status.OK);
    }

    @Test
    void a_directory_that_cannot_be_made_is_missing() {
        assertThat(PostgresCheck.mayExecute(Path.of("/proc/none")).status()).isEqualTo(Check.Status.MISSING);
        assertThat(PostgresCheck.mayExecute(directory).status()).isEqualTo(Check.Status.OK);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void an_installed_server_that_does_not_answer_is_missing() {
        Postgres server = new Postgres("127.0.0.1", 1, "postgres", "postgres", directory.resolve("password"));

        assertThat(PostgresCheck.installed(server).status()).isEqualTo(Check.Status.MISSING);
    }

    @Test
    void one_missing_thing_is_enough_not_to_be_well() {
        assertThat(Doctor.isWell(List.of(Check.ok("a", "b"), Check.warning("a", "b", "c"))))
                .isTrue();
        assertThat(Doctor.isWell(List.of(Check.ok("a", "b"), Check.missing("a", "b", "c"))))
                .isFalse();
    }

    private static int freeBase() throws IOException {
        int port = 23_000;
        while (!isFree(port)) {
            port++;
        }
        return port;
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.isBound();
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
