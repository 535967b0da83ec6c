// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.NodeOu;
import org.caseledger.network.embedded.EmbeddedLedgerException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger finds when it starts again, and what it says when it cannot. */
class RestartIT {
    private TestConsortium consortium;
    private Path directory;

    @BeforeEach
    void certificates(@TempDir Path temporary) {
        directory = temporary;
        consortium = new TestConsortium(temporary);
    }

    private EmbeddedLedger started() {
        return started(consortium.options(id -> new CounterChaincode(1)));
    }

    private static EmbeddedLedger started(EmbeddedLedgerOptions options) {
        EmbeddedLedger ledger = EmbeddedLedger.create(options);
        ledger.start();
        return ledger;
    }

    private Path blockFile() {
        return directory.resolve("ledger").resolve("blocks.caseledger");
    }

    @Test
    void finds_its_state_again_and_goes_on() throws Exception {
        String genesis;
        try (EmbeddedLedger ledger = started();
                Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            client.submit("count", "steps");
            client.submit("put", "gone", "x");
            client.submit("delete", "gone");
            genesis = ledger.genesisHash();
        }
        try (EmbeddedLedger ledger = started();
                Client client = new Client(consortium, ledger, "DE-DUBLIN")) {
            assertThat(ledger.genesisHash()).isEqualTo(genesis);
            assertThat(ledger.height()).isEqualTo(5);
            assertThat(client.evaluate("get", "steps")).isEqualTo("1");
            assertThat(client.evaluate("get", "gone")).isEmpty();
            assertThat(client.submit("count", "steps")).isEqualTo("2");
        }
    }

    @Test
    void cuts_a_block_that_a_crash_left_unfinished() throws Exception {
        long whole;
        try (EmbeddedLedger ledger = started();
                Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            client.submit("count", "steps");
            whole = Files.size(blockFile());
            client.submit("count", "steps");
        }
        byte[] bytes = Files.readAllBytes(blockFile());
        Files.write(blockFile(), java.util.Arrays.copyOf(bytes, bytes.length - 7));
        try (EmbeddedLedger ledger = started();
                Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            assertThat(Files.size(blockFile())).isEqualTo(whole);
            assertThat(client.submit("count", "steps")).isEqualTo("2");
        }
    }

    @Test
    void a_new_version_of_the_chaincode_is_defined_by_a_further_transaction() throws Exception {
        started().close();
        try (EmbeddedLedger ledger = started(
                        consortium.options("2", id -> new CounterChaincode(5), Limits.DEFAULT, Clock.systemUTC()));
                Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            assertThat(ledger.height()).isEqualTo(3);
            assertThat(client.submit("count", "steps")).isEqualTo("5");
        }
    }

    @Test
    void says_where_a_block_file_is_damaged() throws Exception {
        started().close();
        byte[] bytes = Files.readAllBytes(blockFile());
        bytes[bytes.length / 2] ^= 1;
        Files.write(blockFile(), bytes);
        assertFails(this::started, Reason.DAMAGED_BLOCK_FILE, "damaged at byte");
    }

    @Test
    void says_that_a_file_is_no_block_file() throws Exception {
        Files.createDirectories(blockFile().getParent());
        Files.writeString(blockFile(), "something else altogether", StandardOpenOption.CREATE);
        assertFails(this::started, Reason.DAMAGED_BLOCK_FILE, "does not begin as a block file");
    }

    @Test
    void refuses_the_blocks_of_another_network() throws Exception {
        started().close();
        TestConsortium other = new TestConsortium(directory.resolve("other"));
        Files.createDirectories(directory.resolve("other").resolve("ledger"));
        Files.copy(blockFile(), directory.resolve("other").resolve("ledger").resolve("blocks.caseledger"));
        assertFails(
                () -> started(other.options(id -> new CounterChaincode(1))), Reason.OTHER_NETWORK, "another network");
    }

    @Test
    void refuses_a_peer_s_certificate_that_its_authority_did_not_issue() {
        AuthorityIssuer impostor = AuthorityIssuer.open(directory.resolve("elsewhere"), "AT-DUBLIN", "AT");
        EmbeddedLedgerOptions options = consortium.options(id -> new CounterChaincode(1));
        Member first = options.members().get(0);
        Member forged = new Member(
                first.mspId(),
                first.role(),
                first.roots(),
                first.intermediates(),
                first.tlsRoots(),
                first.tlsIntermediates(),
                TestConsortium.credentials(impostor.signing(NodeOu.PEER, "peer")),
                first.tls(),
                0);
        assertFails(() -> started(with(options, forged)), Reason.FOREIGN_CERTIFICATE, "is not one of its MSP");
    }

    @Test
    void says_which_port_is_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedLedgerOptions options = consortium.options(id -> new CounterChaincode(1));
            Member member = consortium.member("AT-DUBLIN", taken.getLocalPort());
            assertFails(
                    () -> started(with(options, member)), Reason.PORT_IN_USE, Integer.toString(taken.getLocalPort()));
        }
        started().close();
    }

    @Test
    void refuses_a_block_file_that_is_open_elsewhere() {
        try (EmbeddedLedger first = started()) {
            assertThat(first.height()).isEqualTo(2);
            assertFails(this::started, Reason.STORAGE, "in use");
        }
    }

    private static EmbeddedLedgerOptions with(EmbeddedLedgerOptions options, Member member) {
        List<Member> members = options.members().stream()
                .map(one -> one.mspId().equals(member.mspId()) ? member : one)
                .toList();
        return EmbeddedLedgerOptions.of(
                options.directory(), options.channel(), members, options.consenters(), options.chaincode());
    }

    private static void assertFails(ThrowingCallable start, Reason reason, String words) {
        assertThatThrownBy(start).isInstanceOfSatisfying(EmbeddedLedgerException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e).hasMessageContaining(words);
        });
    }
}
