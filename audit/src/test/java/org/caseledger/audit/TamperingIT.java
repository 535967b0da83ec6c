// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the blocks, the audit says what. */
class TamperingIT {

    private static Path blocks;
    private static Path trust;
    private static Map<Integer, SigningIdentity> orderers;

    @BeforeAll
    static void a_ledger_that_was_in_use_and_stopped(@TempDir Path directory) throws Exception {
        try (var ledger = new TestLedger(directory, authority -> new CaseledgerChaincode())) {
            Story.tell(ledger);
            blocks = ledger.blocks();
            trust = ledger.trust();
            orderers = ledger.orderers();
        }
    }

    @Test
    void a_block_that_was_left_out() {
        assertThat(verify(trust, list -> list.remove(5)))
                .contains(FindingCode.BLOCK_OUT_OF_ORDER, FindingCode.CHAIN_BROKEN);
    }

    @Test
    void blocks_in_another_order() {
        assertThat(verify(trust, list -> Collections.swap(list, 5, 6)))
                .contains(FindingCode.BLOCK_OUT_OF_ORDER, FindingCode.CHAIN_BROKEN);
    }

    @Test
    void a_block_twice() {
        assertThat(verify(trust, list -> list.add(6, list.get(5))))
                .contains(FindingCode.BLOCK_OUT_OF_ORDER, FindingCode.CHAIN_BROKEN, FindingCode.FLAG_WRONG);
    }

    @Test
    void a_changed_transaction() {
        assertThat(verify(trust, list -> list.set(5, Forger.withData(list.get(5), ByteString.copyFromUtf8("other")))))
                .contains(FindingCode.DATA_ALTERED);
    }

    @Test
    void a_changed_header() {
        assertThat(verify(trust, list -> list.set(5, withPreviousHash(list.get(5)))))
                .contains(FindingCode.CHAIN_BROKEN, FindingCode.QUORUM_MISSING);
    }

    @Test
    void a_changed_flag() {
        assertThat(verify(
                        trust,
                        list -> list.set(5, Forger.withFlag(list.get(5), TxValidationCode.MVCC_READ_CONFLICT_VALUE))))
                .containsExactly(FindingCode.FLAG_WRONG);
    }

    @Test
    void a_changed_commit_hash() {
        assertThat(verify(trust, list -> list.set(5, withoutEntry(list.get(5), BlockMetadataIndex.COMMIT_HASH_VALUE))))
                .containsExactly(FindingCode.COMMIT_HASH_WRONG);
    }

    @Test
    void a_block_without_the_orderers_signatures() {
        assertThat(verify(trust, list -> list.set(5, withoutEntry(list.get(5), BlockMetadataIndex.SIGNATURES_VALUE))))
                .contains(FindingCode.QUORUM_MISSING);
    }

    @Test
    void a_forged_endorsement_that_colluding_orderers_sealed() {
        var found = verify(trust, list -> {
            var number = Forger.lastOfTheContract(list);
            new Forger(orderers)
                    .change(
                            list,
                            number,
                            block -> Forger.withEndorsement(block, endorsement -> endorsement.toBuilder()
                                    .setSignature(ByteString.copyFromUtf8("forged"))
                                    .build()));
        });

        assertThat(found)
                .contains(FindingCode.FLAG_WRONG, FindingCode.COMMIT_HASH_WRONG)
                .doesNotContain(FindingCode.DATA_ALTERED);
    }

    @Test
    void a_transaction_that_colluding_orderers_changed() {
        var found = verify(trust, list -> {
            var number = Forger.lastOfTheContract(list);
            new Forger(orderers)
                    .change(list, number, block -> Forger.withData(block, ByteString.copyFromUtf8("other")));
        });

        assertThat(found).contains(FindingCode.FLAG_WRONG).doesNotContain(FindingCode.CHAIN_BROKEN);
    }

    @Test
    void another_block_0(@TempDir Path other) throws Exception {
        copyTrust(other);
        Files.writeString(other.resolve("block0.sha256"), "0".repeat(64));

        assertThat(verify(other, list -> {})).containsExactly(FindingCode.GENESIS_NOT_TRUSTED);
    }

    @Test
    void a_foreign_root(@TempDir Path other) throws Exception {
        copyTrust(other);
        Files.copy(
                other.resolve("roots/DE-DUBLIN.pem"),
                other.resolve("roots/FR-DUBLIN.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(verify(other, list -> {}))
                .containsExactly(FindingCode.ROOT_NOT_TRUSTED, FindingCode.TRUSTED_ROOT_ABSENT);
    }

    @Test
    void another_ledger_that_colluding_orderers_showed_to_somebody(@TempDir Path two) throws Exception {
        Files.copy(blocks, two.resolve("a.caseledger"));
        Rewrite.of(blocks, list -> new Forger(orderers)
                        .change(
                                list,
                                7,
                                block -> Forger.withData(
                                        block, list.get(8).getData().getData(0))))
                .write(two.resolve("b.caseledger"));
        var report = Audit.create().verify(AuditRequest.of(two, trust, LocalDate.of(2026, 11, 21)), AuditProgress.NONE);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.COPIES_DIFFER);
            assertThat(finding.block()).isEqualTo(7);
        });
        assertThat(report.copies()).singleElement().matches(copy -> !copy.same());
    }

    @Test
    void a_byte_flipped_in_the_file(@TempDir Path one) throws Exception {
        var bytes = Files.readAllBytes(blocks);
        bytes[bytes.length / 2] ^= 1;
        Files.write(one.resolve("a.caseledger"), bytes);
        var report = Audit.create().verify(AuditRequest.of(one, trust, LocalDate.of(2026, 11, 21)), AuditProgress.NONE);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.BLOCK_FILE_DAMAGED);
    }

    @Test
    void a_block_0_that_is_no_configuration() {
        assertThat(verify(trust, list -> list.set(0, Forger.withData(list.get(0), ByteString.copyFromUtf8("other")))))
                .containsExactly(FindingCode.GENESIS_UNUSABLE);
    }

    @Test
    void blocks_with_bytes_flipped_inside_never_pass_and_never_break_the_audit() {
        var original = Rewrite.of(blocks, list -> {}).blocks();
        for (var number = 2; number < original.size(); number += 9) {
            var bytes = original.get(number).getData().getData(0).toByteArray();
            for (var at = 0; at < bytes.length; at += 499) {
                var changed = bytes.clone();
                changed[at] ^= 0x21;
                var n = number;
                assertThat(verify(trust, list -> new Forger(orderers)
                                .change(list, n, block -> Forger.withData(block, ByteString.copyFrom(changed)))))
                        .as("block " + number + ", byte " + at)
                        .isNotEmpty();
            }
        }
    }

    private static Set<FindingCode> verify(Path trusted, Consumer<List<Block>> change) {
        var request = AuditRequest.of(blocks, trusted, LocalDate.of(2026, 11, 21));
        var bytes = new StoredInMemory();
        var verification = new Verification(
                request, TrustDirectory.read(trusted), SignatureProvider.best(), System::nanoTime, bytes);
        for (var block : Rewrite.of(blocks, change).blocks()) {
            if (!verification.verify(bytes.store(block))) {
                break;
            }
        }
        var codes = EnumSet.noneOf(FindingCode.class);
        verification
                .report(List.of(), AuditReader.NONE, AuditProgress.NONE)
                .findings()
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    private static Block withPreviousHash(Block block) {
        return block.toBuilder()
                .setHeader(block.getHeader().toBuilder().setPreviousHash(Blocks.headerHash(block.getHeader())))
                .build();
    }

    private static Block withoutEntry(Block block, int index) {
        return block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder().setMetadata(index, ByteString.EMPTY))
                .build();
    }

    private static void copyTrust(Path to) throws Exception {
        try (var files = Files.walk(trust)) {
            for (var file : files.sorted().filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(trust.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
