// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audit of the files that a real ledger left. */
class AuditIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Path copies;
    private static Path blocks;
    private static Path trust;
    private static String caseId;

    @BeforeAll
    static void a_ledger_that_was_in_use_and_stopped(@TempDir Path directory) throws Exception {
        try (var ledger = new TestLedger(directory, authority -> new CaseledgerChaincode())) {
            caseId = Story.tell(ledger).caseId;
            copies = directory.resolve("ledger");
            blocks = ledger.blocks();
            trust = ledger.trust();
        }
    }

    @Test
    void a_sound_ledger_has_no_findings_and_says_in_numbers_what_was_verified() {
        var steps = new ArrayList<Long>();
        var report =
                Audit.create().verify(AuditRequest.of(copies, trust, TODAY), (verified, height) -> steps.add(verified));

        assertThat(report.findings()).isEmpty();
        assertThat(report.sound()).isTrue();
        assertThat(report.verified().blocks())
                .isEqualTo(report.ledger().height())
                .isEqualTo(steps.size());
        assertThat(report.verified().transactions())
                .isGreaterThan(report.verified().valid());
        assertThat(report.verified().executedAgain()).isGreaterThan(25);
        assertThat(report.verified().signatures())
                .isGreaterThan(report.verified().transactions() * 4);
        assertThat(report.verified().signaturesPerSecond()).isPositive();
        assertThat(report.ledger().participants()).isEqualTo(TestLedger.ENDORSING);
        assertThat(report.ledger().endorsers()).isEqualTo(TestLedger.ENDORSING);
    }

    @Test
    void the_case_comes_out_of_the_blocks_as_the_court_had_it() {
        var results = new ArrayList<CaseResult>();
        var report = Audit.create().verify(AuditRequest.of(copies, trust, TODAY), into(results), AuditProgress.NONE);
        var result = results.stream()
                .filter(found -> found.header().id().value().equals(caseId))
                .findFirst()
                .orElseThrow();

        assertThat(result.evaluation().responsible().authority()).isEqualTo("AT-DUBLIN");
        assertThat(result.evaluation().responsible().since()).isEqualTo("2015-09-24");
        assertThat(result.evaluation().ended()).isNotNull();
        assertThat(result.evaluation().lapsed()).anySatisfy(lapsed -> {
            assertThat(lapsed.limit()).isEqualTo("transfer");
            assertThat(lapsed.end()).isEqualTo("2015-09-23");
        });
        assertThat(results).extracting(CaseResult::kind).containsExactly("case", "request");
        assertThat(report.cases()).isOne();
        assertThat(report.requests()).isOne();
    }

    @Test
    void progress_counts_each_case_and_request_after_the_blocks() {
        var told = new ArrayList<String>();
        Audit.create().verify(AuditRequest.of(copies, trust, TODAY), new AuditProgress() {
            @Override
            public void verified(long verified, long height) {
                told.add("block");
            }

            @Override
            public void evaluated(long evaluated, long cases) {
                told.add(evaluated + " of " + cases);
            }
        });

        assertThat(told.subList(told.size() - 3, told.size())).containsExactly("block", "1 of 2", "2 of 2");
    }

    @Test
    void a_file_that_changes_between_the_blocks_and_the_cases_is_found(@TempDir Path other) throws Exception {
        var copy = Files.copy(blocks, other.resolve("a.caseledger"));
        var report = Audit.create()
                .verify(
                        AuditRequest.of(other, trust, TODAY),
                        new AuditReader() {
                            @Override
                            public void walked(AuditReport soFar) {
                                assertThat(soFar.sound()).isTrue();
                                overwrite(copy);
                            }
                        },
                        AuditProgress.NONE);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.BLOCK_FILE_DAMAGED);
        assertThat(report.ledger().height()).isPositive();
    }

    private static void overwrite(Path file) {
        try {
            var zeros = java.nio.ByteBuffer.allocate((int) Files.size(file));
            try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
                channel.write(zeros);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static AuditReader into(List<CaseResult> results) {
        return new AuditReader() {
            @Override
            public void evaluated(CaseResult result) {
                results.add(result);
            }
        };
    }

    @Test
    void the_report_has_its_documented_form() {
        var json = JsonReport.whole(Audit.create(), AuditRequest.of(copies, trust, TODAY));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("v", "asOf", "ledger", "verified", "copies", "cases", "requests", "findings", "sound");
        assertThat(json.at("/cases/0/evaluation/responsible/since").asText()).isEqualTo("2015-09-24");
        assertThat(json.at("/requests/0/entries").asInt()).isEqualTo(3);
        assertThat(json.at("/ledger/channel").asText()).isEqualTo("asylum");
    }

    @Test
    void a_copy_that_was_cut_is_found(@TempDir Path other) throws Exception {
        var bytes = Files.readAllBytes(blocks);
        Files.write(other.resolve("cut.caseledger"), Arrays.copyOf(bytes, bytes.length - 7));
        var report = Audit.create().verify(AuditRequest.of(other, trust, TODAY), AuditProgress.NONE);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.BLOCK_FILE_TORN);
    }

    @Test
    void a_copy_that_lacks_whole_blocks_is_found_by_a_head_that_is_known_and_by_a_longer_copy(@TempDir Path other)
            throws Exception {
        var whole = Audit.create().verify(AuditRequest.of(copies, trust, TODAY), AuditProgress.NONE);
        var known = other.resolve("trust");
        copyTrust(known);
        Files.writeString(
                known.resolve("head.sha256"),
                (whole.ledger().height() - 1) + " " + whole.ledger().headHash());
        Rewrite.of(blocks, list -> list.remove(list.size() - 1)).write(other.resolve("short.caseledger"));
        Files.copy(blocks, other.resolve("whole.caseledger"));
        var report = Audit.create().verify(AuditRequest.of(other, known, TODAY), AuditProgress.NONE);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.HEAD_MISSING);
        assertThat(report.copies()).singleElement().satisfies(copy -> {
            assertThat(copy.same()).isTrue();
            assertThat(copy.height()).isEqualTo(whole.ledger().height());
        });
    }

    @Test
    void a_flipped_byte_anywhere_is_found(@TempDir Path other) throws Exception {
        var bytes = Files.readAllBytes(blocks);
        for (var at = 5; at < bytes.length; at += bytes.length / 60) {
            var changed = bytes.clone();
            changed[at] ^= 0x10;
            Files.write(other.resolve("flipped.caseledger"), changed);
            var report = Audit.create().verify(AuditRequest.of(other, trust, TODAY), AuditProgress.NONE);
            assertThat(report.findings()).as("byte " + at).isNotEmpty();
        }
    }

    @Test
    void an_audit_without_trust_or_blocks_says_what_to_mend(@TempDir Path empty) {
        assertThatThrownBy(() -> Audit.create().verify(AuditRequest.of(empty, empty, TODAY), AuditProgress.NONE))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("block0.sha256");
        var report = Audit.create().verify(AuditRequest.of(empty, trust, TODAY), AuditProgress.NONE);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.NO_BLOCKS);
        assertThatThrownBy(() ->
                        Audit.create().verify(AuditRequest.of(empty.resolve("none"), trust, TODAY), AuditProgress.NONE))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("block files");
    }

    private static void copyTrust(Path to) throws Exception {
        try (var files = Files.walk(trust)) {
            for (var file : files.sorted().toList()) {
                Files.copy(file, to.resolve(trust.relativize(file).toString()));
            }
        }
    }
}
