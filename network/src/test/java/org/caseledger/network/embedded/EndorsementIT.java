// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No authority writes alone: what happens when one of them runs other code, or is behind. */
class EndorsementIT {
    private static final String MISMATCH = "ProposalResponsePayloads do not match";

    private TestConsortium consortium;

    @BeforeEach
    void certificates(@TempDir Path directory) {
        consortium = new TestConsortium(directory);
    }

    @Test
    void an_authority_with_a_changed_chaincode_cannot_write_and_hinders_nobody() throws Exception {
        try (EmbeddedLedger ledger =
                EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(id.equals("BG-DUBLIN") ? 2 : 1)))) {
            ledger.start();
            try (Client changed = new Client(consortium, ledger, "BG-DUBLIN");
                    Client honest = new Client(consortium, ledger, "AT-DUBLIN")) {
                assertMismatch(() -> changed.submit("count", "steps"));
                assertThat(honest.submit("count", "steps")).isEqualTo("1");
                assertThat(changed.evaluate("get", "steps")).isEqualTo("1");
            }
        }
    }

    private static void assertMismatch(ThrowingCallable submit) {
        assertThatThrownBy(submit).isInstanceOfSatisfying(EndorseException.class, e -> assertThat(e.getDetails())
                .extracting(ErrorDetail::getMessage)
                .containsOnly(MISMATCH));
    }

    @Test
    void an_endorser_that_is_behind_disagrees_until_it_caught_up() throws Exception {
        try (EmbeddedLedger ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)))) {
            ledger.start();
            try (Client behind = new Client(consortium, ledger, "BG-DUBLIN");
                    Client ahead = new Client(consortium, ledger, "AT-DUBLIN")) {
                ledger.suspendCommits("BG-DUBLIN");
                ahead.submit("count", "steps");
                assertThat(behind.evaluate("get", "steps")).isEmpty();
                assertMismatch(() -> behind.submit("count", "steps"));
                ledger.resumeCommits("BG-DUBLIN");
                assertThat(behind.submit("count", "steps")).isEqualTo("2");
            }
        }
    }

    @Test
    void a_majority_that_is_behind_agrees_and_conflicts_at_the_commit() throws Exception {
        try (EmbeddedLedger ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)))) {
            ledger.start();
            try (Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
                String[] behind = {"BG-DUBLIN", "DE-DUBLIN", "FR-DUBLIN"};
                for (String id : behind) {
                    ledger.suspendCommits(id);
                }
                client.submit("count", "steps");
                Transaction stale = client.contract()
                        .newProposal("count")
                        .addArguments("steps")
                        .setEndorsingOrganizations(behind)
                        .build()
                        .endorse();
                assertThatThrownBy(stale::submit)
                        .isInstanceOfSatisfying(CommitException.class, e -> assertThat(e.getCode())
                                .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT));
            }
        }
    }

    @Test
    void too_few_endorsements_fail_the_policy() throws Exception {
        try (EmbeddedLedger ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)))) {
            ledger.start();
            try (Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
                Transaction alone = client.contract()
                        .newProposal("put")
                        .addArguments("k", "v")
                        .setEndorsingOrganizations("AT-DUBLIN")
                        .build()
                        .endorse();
                assertThatThrownBy(alone::submit)
                        .isInstanceOfSatisfying(CommitException.class, e -> assertThat(e.getCode())
                                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE));
                assertThat(client.evaluate("get", "k")).isEmpty();
            }
        }
    }
}
