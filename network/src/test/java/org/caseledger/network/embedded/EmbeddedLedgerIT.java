// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.BlockViews;
import org.caseledger.ledger.block.EventView;
import org.caseledger.ledger.validation.BlockReport;
import org.caseledger.ledger.validation.BlockVerifier;
import org.caseledger.ledger.validation.Trust;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded ledger through the client that applications use for Fabric. */
class EmbeddedLedgerIT {
    private TestConsortium consortium;
    private EmbeddedLedger ledger;
    private ManagedChannel channel;
    private Gateway gateway;

    @BeforeEach
    void start(@TempDir Path directory) {
        consortium = new TestConsortium(directory);
        ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)));
        ledger.start();
        channel = consortium.connect(ledger, "AT-DUBLIN");
        gateway = consortium.gateway(channel, "AT-DUBLIN");
    }

    @AfterEach
    void stop() {
        gateway.close();
        channel.shutdownNow();
        ledger.close();
    }

    private Network network() {
        return gateway.getNetwork(TestConsortium.CHANNEL);
    }

    private Contract contract() {
        return network().getContract(TestConsortium.CHAINCODE);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    @Test
    void submits_and_reads_back() throws Exception {
        assertThat(text(contract().submitTransaction("put", "colour", "blue"))).isEqualTo("blue");
        assertThat(text(contract().evaluateTransaction("get", "colour"))).isEqualTo("blue");
    }

    @Test
    void verifies_from_its_blocks_alone() throws Exception {
        contract().submitTransaction("count", "steps");
        contract().submitTransaction("count", "steps");
        contract().submitTransaction("delete", "steps");
        BlockVerifier verifier = BlockVerifier.create(trust());
        List<BlockReport> reports = new ArrayList<>();
        try (BlockFile file = BlockFile.openReadOnly(ledger.blockFile())) {
            for (Block block : file) {
                reports.add(verifier.verify(block));
            }
        }
        assertThat(reports).hasSize(5).allSatisfy(report -> assertThat(report.findings())
                .isEmpty());
        assertThat(verifier.config().endorsers()).isEqualTo(TestConsortium.ENDORSING);
        assertThat(verifier.config().applicationMembers()).contains(TestConsortium.READER);
    }

    private Trust trust() {
        return new Trust(ByteString.fromHex(ledger.genesisHash()), consortium.roots());
    }

    @Test
    void a_read_that_became_stale_is_a_commit_exception() throws Exception {
        Transaction one =
                contract().newProposal("count").addArguments("steps").build().endorse();
        Transaction other =
                contract().newProposal("count").addArguments("steps").build().endorse();
        one.submit();
        assertThatThrownBy(other::submit).isInstanceOfSatisfying(CommitException.class, e -> assertThat(e.getCode())
                .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT));
        assertThat(text(contract().evaluateTransaction("get", "steps"))).isEqualTo("1");
    }

    @Test
    void a_replayed_transaction_is_not_valid_twice() throws Exception {
        Transaction transaction =
                contract().newProposal("put").addArguments("k", "v").build().endorse();
        transaction.submit();
        SubmittedTransaction again = transaction.submitAsync();
        assertThat(again.getStatus().isSuccessful()).isTrue();
        long block = again.getStatus().getBlockNumber();
        assertThat(block(block + 1).transactions().get(0).code()).isEqualTo(TxValidationCode.DUPLICATE_TXID);
    }

    private BlockView block(long number) throws Exception {
        try (CloseableIterator<Block> blocks =
                network().newBlockEventsRequest().startBlock(number).build().getEvents()) {
            return BlockViews.of(blocks.next());
        }
    }

    @Test
    void block_events_show_what_was_invoked() throws Exception {
        contract().submitTransaction("put", "colour", "blue");
        BlockView block = block(2);
        assertThat(block.transactions()).singleElement().satisfies(transaction -> {
            assertThat(transaction.function()).isEqualTo("put");
            assertThat(transaction.arguments())
                    .extracting(ByteString::toStringUtf8)
                    .containsExactly("colour", "blue");
            assertThat(transaction.creatorMspId()).isEqualTo("AT-DUBLIN");
            assertThat(transaction.event()).extracting(EventView::name).isEqualTo("put");
            assertThat(transaction.endorsements()).hasSize(3);
            assertThat(transaction.valid()).isTrue();
        });
    }

    @Test
    void filtered_events_show_codes_but_no_arguments_and_no_payload() throws Exception {
        contract().submitTransaction("put", "colour", "blue");
        try (CloseableIterator<FilteredBlock> blocks =
                network().newFilteredBlockEventsRequest().startBlock(2).build().getEvents()) {
            FilteredBlock block = blocks.next();
            assertThat(block.getChannelId()).isEqualTo(TestConsortium.CHANNEL);
            assertThat(block.getFilteredTransactionsList()).singleElement().satisfies(transaction -> {
                assertThat(transaction.getTxValidationCode()).isEqualTo(TxValidationCode.VALID);
                assertThat(transaction.toString()).contains("put").doesNotContain("colour", "blue");
            });
        }
    }

    @Test
    void a_stream_goes_on_with_blocks_that_come_later() throws Exception {
        try (CloseableIterator<Block> blocks =
                network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            assertThat(blocks.next().getHeader().getNumber()).isZero();
            assertThat(blocks.next().getHeader().getNumber()).isEqualTo(1);
            contract().submitTransaction("put", "colour", "blue");
            assertThat(blocks.next().getHeader().getNumber()).isEqualTo(2);
        }
    }

    @Test
    void a_refusal_reaches_the_client_with_its_message() {
        assertThatThrownBy(() -> contract().submitTransaction("refuse"))
                .isInstanceOfSatisfying(
                        EndorseException.class,
                        e -> assertThat(e.getDetails()).singleElement().satisfies(detail -> {
                            assertThat(detail.getMessage()).isEqualTo("chaincode response 500, REFUSED NOT_NOW {}");
                            assertThat(detail.getMspId()).isEqualTo("AT-DUBLIN");
                        }));
        assertThatThrownBy(() -> contract().evaluateTransaction("refuse"))
                .isInstanceOf(GatewayException.class)
                .hasStackTraceContaining("chaincode response 500, REFUSED NOT_NOW {}");
    }

    @Test
    void a_failing_chaincode_tells_nothing_of_its_inside() {
        assertThatThrownBy(() -> contract().evaluateTransaction("break"))
                .hasStackTraceContaining("Unexpected error")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("inside"));
    }

    @Test
    void a_range_read_is_refused_by_name() {
        assertThatThrownBy(() -> contract().evaluateTransaction("range")).hasStackTraceContaining("range reads");
    }

    @Test
    void a_reader_may_query_but_not_write() throws Exception {
        contract().submitTransaction("put", "colour", "blue");
        ManagedChannel own = consortium.connect(ledger, TestConsortium.READER);
        try (Gateway reader = consortium.gateway(own, TestConsortium.READER)) {
            Contract contract = reader.getNetwork(TestConsortium.CHANNEL).getContract(TestConsortium.CHAINCODE);
            assertThat(text(contract.evaluateTransaction("get", "colour"))).isEqualTo("blue");
            assertThatThrownBy(() -> contract.submitTransaction("put", "colour", "red"))
                    .isInstanceOf(EndorseException.class);
        } finally {
            own.shutdownNow();
        }
    }
}
