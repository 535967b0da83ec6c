// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.validation.BlockFault;
import org.caseledger.ledger.validation.BlockFinding;
import org.caseledger.ledger.validation.BlockReport;
import org.caseledger.ledger.validation.BlockVerifier;
import org.caseledger.ledger.validation.Trust;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the verifier finds in a ledger that was really written, and then tampered with. */
@TestInstance(Lifecycle.PER_CLASS)
class BlockVerifierIT {
    private final List<Block> blocks = new ArrayList<>();
    private Trust trust = new Trust(ByteString.EMPTY, Map.of());

    @BeforeAll
    void write(@TempDir Path directory) throws Exception {
        TestConsortium consortium = new TestConsortium(directory);
        try (EmbeddedLedger ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)))) {
            ledger.start();
            trust = new Trust(ByteString.fromHex(ledger.genesisHash()), consortium.roots());
            try (Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
                client.submit("count", "steps");
                client.submit("put", "colour", "blue");
                client.submit("delete", "steps");
            }
        }
        try (BlockFile file = BlockFile.openReadOnly(directory.resolve("ledger").resolve("blocks.caseledger"))) {
            file.forEach(blocks::add);
        }
    }

    private List<BlockFault> faults(Trust trusted, List<Block> walk) {
        BlockVerifier verifier = BlockVerifier.create(trusted);
        return walk.stream()
                .flatMap(block -> verifier.verify(block).findings().stream())
                .map(BlockFinding::fault)
                .toList();
    }

    private List<Block> with(int number, Block changed) {
        List<Block> walk = new ArrayList<>(blocks);
        walk.set(number, changed);
        return walk;
    }

    @Test
    void an_untouched_ledger_is_clean_whoever_verifies_the_signatures() {
        for (SignatureProvider provider : SignatureProvider.available()) {
            BlockVerifier verifier = BlockVerifier.create(trust, provider);
            assertThat(blocks).allSatisfy(block -> {
                BlockReport report = verifier.verify(block);
                assertThat(report.clean()).as("%s", report.findings()).isTrue();
            });
        }
    }

    @Test
    void a_change_of_one_bit_is_found() {
        changeBits(11);
    }

    @Test
    @Tag("deep")
    void a_change_of_one_bit_in_any_byte_is_found() {
        changeBits(1);
    }

    private void changeBits(int stride) {
        for (int number = 0; number < 4; number++) {
            byte[] good = blocks.get(number).toByteArray();
            for (int at = 0; at < good.length; at += stride) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) (1 << at % 8);
                assertThat(found(number, bad))
                        .as("block %d, byte %d", number, at)
                        .isTrue();
            }
        }
    }

    private boolean found(int number, byte[] bad) {
        try {
            Block changed = Block.parseFrom(bad);
            return !faults(trust, with(number, changed).subList(0, number + 1)).isEmpty();
        } catch (InvalidProtocolBufferException unreadable) {
            return true;
        } catch (org.caseledger.ledger.config.ConfigException unusable) {
            return number == 0;
        }
    }

    @Test
    void another_block_0_and_foreign_roots_are_named() {
        assertThat(faults(new Trust(ByteString.fromHex("00".repeat(32)), trust.roots()), blocks))
                .containsExactly(BlockFault.GENESIS_HASH);
        Map<String, List<X509Certificate>> fewer = new TreeMap<>(trust.roots());
        fewer.remove("BG-DUBLIN");
        assertThat(faults(new Trust(trust.genesisHash(), fewer), blocks)).containsExactly(BlockFault.FOREIGN_ROOT);
    }

    @Test
    void a_missing_block_and_a_swapped_one_are_named() {
        List<Block> missing = new ArrayList<>(blocks);
        missing.remove(2);
        assertThat(faults(trust, missing)).contains(BlockFault.NUMBER, BlockFault.PREVIOUS_HASH);
        Block swapped =
                blocks.get(3).toBuilder().setData(blocks.get(2).getData()).build();
        assertThat(faults(trust, with(3, swapped))).contains(BlockFault.DATA_HASH);
    }

    @Test
    void a_flag_that_was_turned_is_named_with_what_the_rules_give() {
        Block block = blocks.get(2);
        BlockMetadata turned = block.getMetadata().toBuilder()
                .setMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, ByteString.copyFrom(new byte[] {11}))
                .build();
        BlockVerifier verifier = BlockVerifier.create(trust);
        verifier.verify(blocks.get(0));
        verifier.verify(blocks.get(1));
        assertThat(verifier.verify(block.toBuilder().setMetadata(turned).build())
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.fault()).isEqualTo(BlockFault.VALIDATION_CODE);
                    assertThat(finding.transaction()).isZero();
                    assertThat(finding.detail()).contains("MVCC_READ_CONFLICT", "VALID");
                });
    }

    @Test
    void a_block_that_too_few_orderers_signed_is_named() throws Exception {
        Block block = blocks.get(2);
        var signatures = org.hyperledger.fabric.protos.common.Metadata.parseFrom(
                block.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE));
        assertThat(signatures.getSignaturesCount()).isEqualTo(3);
        ByteString fewer = signatures.toBuilder().removeSignatures(0).build().toByteString();
        ByteString repeated = signatures.toBuilder()
                .setSignatures(0, signatures.getSignatures(1))
                .build()
                .toByteString();
        for (ByteString entry : List.of(fewer, repeated)) {
            BlockMetadata metadata = block.getMetadata().toBuilder()
                    .setMetadata(BlockMetadataIndex.SIGNATURES_VALUE, entry)
                    .build();
            assertThat(faults(
                            trust,
                            with(2, block.toBuilder().setMetadata(metadata).build())))
                    .containsExactly(BlockFault.ORDERER_QUORUM);
        }
    }
}
