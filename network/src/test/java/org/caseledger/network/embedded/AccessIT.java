// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.NodeOu;
import org.hyperledger.fabric.client.EndorseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose proposals are executed at all. */
class AccessIT {
    private TestConsortium consortium;
    private EmbeddedLedger ledger;
    private Path elsewhere;

    @BeforeEach
    void start(@TempDir Path directory) {
        consortium = new TestConsortium(directory);
        elsewhere = directory.resolve("elsewhere");
        ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)));
        ledger.start();
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void a_certificate_of_another_root_is_refused() {
        AuthorityIssuer impostor = AuthorityIssuer.open(elsewhere, "AT-DUBLIN", "AT");
        try (Client client = new Client(consortium, ledger, "AT-DUBLIN", impostor.signing(NodeOu.CLIENT, "gateway"))) {
            assertRefused(() -> client.submit("put", "k", "v"), "not valid in its MSP");
        }
    }

    @Test
    void an_organisation_that_is_no_member_is_refused() {
        AuthorityIssuer stranger = AuthorityIssuer.open(elsewhere, "XX-DUBLIN", "XX");
        try (Client client = new Client(consortium, ledger, "AT-DUBLIN", stranger.signing(NodeOu.CLIENT, "gateway"))) {
            assertRefused(() -> client.submit("put", "k", "v"), "not valid in its MSP");
        }
    }

    @Test
    void an_orderer_s_certificate_does_not_write() {
        var orderer = consortium.issuer("AT-DUBLIN").signing(NodeOu.ORDERER, "orderer");
        try (Client client = new Client(consortium, ledger, "AT-DUBLIN", orderer)) {
            assertRefused(() -> client.submit("put", "k", "v"), "access denied");
        }
    }

    @Test
    void a_proposal_from_another_time_is_refused() {
        ledger.close();
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16));
        ledger = EmbeddedLedger.create(consortium.options("1", id -> new CounterChaincode(1), Limits.DEFAULT, late));
        ledger.start();
        try (Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            assertRefused(() -> client.submit("put", "k", "v"), "more than 15 minutes");
        }
    }

    private static void assertRefused(ThrowingCallable submit, String reason) {
        assertThatThrownBy(submit).isInstanceOfSatisfying(EndorseException.class, e -> assertThat(e.getDetails())
                .singleElement()
                .satisfies(detail -> assertThat(detail.getMessage()).contains(reason)));
    }
}
