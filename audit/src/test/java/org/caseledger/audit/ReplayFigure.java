// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.network.certificates.NodeOu;

/**
 * Writes a ledger of many cases ({@code write DIRECTORY CASES signed|unsigned}) and, in a JVM of its own with a small
 * heap, replays it ({@code replay DIRECTORY signed|unsigned}).
 */
public final class ReplayFigure {

    private static final int DAYS = 1_000;
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

    private ReplayFigure() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(directory, Integer.parseInt(arguments[2]), provider(arguments[3]));
        } else {
            replay(directory, provider(arguments[2]));
        }
    }

    private static SignatureProvider provider(String name) {
        return name.equals("signed") ? SignatureProvider.best() : NoSignatures.provider();
    }

    private static void write(Path directory, int cases, SignatureProvider provider) throws IOException {
        var ledger = new TestLedger(directory, authority -> new CaseledgerChaincode());
        try (ledger) {
            Story.another(ledger).prepare();
            ledger.trust();
        }
        var endorsers = TestLedger.ENDORSING.stream()
                .limit(3)
                .map(authority -> ledger.identity(authority, NodeOu.PEER, "peer", provider))
                .toList();
        try (var bulk =
                new BulkLedger(BlockFile.open(ledger.blocks()), ledger.orderers(provider), NoSignatures.provider())) {
            var transactions = new BulkTransactions("asylum", endorsers, bulk::get);
            new ManyCases(
                            bulk,
                            transactions,
                            ledger.identity("AT-DUBLIN", NodeOu.CLIENT, "gateway", provider),
                            ledger.identity("BG-DUBLIN", NodeOu.CLIENT, "gateway", provider))
                    .write(cases, Math.max(1, cases / DAYS));
        }
        System.out.println(Files.size(ledger.blocks()) / 1_000_000 + " MB of blocks, " + cpu());
    }

    private static void replay(Path directory, SignatureProvider provider) {
        var trust = directory.resolve("trust");
        var request = AuditRequest.of(directory.resolve("ledger"), trust, AS_OF);
        var responsible = new HashMap<String, Integer>();
        var entries = new long[1];
        var started = System.nanoTime();
        try (var file = BlockFile.openReadOnly(directory.resolve("ledger/blocks.caseledger"))) {
            say(started, "checksums of %,d blocks".formatted(file.height()));
            var verification =
                    new Verification(request, TrustDirectory.read(trust), provider, System::nanoTime, file::bytes);
            for (var number = 0L; number < file.height(); number++) {
                if (!verification.verify(file.stored(number))) {
                    throw new IllegalStateException("block " + number);
                }
                if (number % 5_000 == 0) {
                    say(started, "block %,d".formatted(number));
                }
            }
            say(started, "blocks replayed; %s".formatted(verification.state()));
            var report = verification.report(
                    List.of(),
                    new AuditReader() {
                        @Override
                        public void evaluated(CaseResult result) {
                            entries[0] += result.entries();
                            responsible.merge(result.evaluation().responsible().role(), 1, Integer::sum);
                        }
                    },
                    (evaluated, all) -> {});
            say(started, "cases evaluated");
            System.out.println((report.sound()
                            ? "sound: "
                            : "NOT SOUND: " + report.findings().get(0)) + report.cases() + " cases, " + entries[0]
                    + " entries, responsible " + responsible);
            System.out.println(report.verified());
        }
    }

    private static void say(long started, String what) {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        System.out.println(String.format(
                Locale.ROOT,
                "%.0f s, %s, heap %d of %d MB: %s",
                (System.nanoTime() - started) / 1e9,
                cpu(),
                heap.getUsed() >> 20,
                heap.getMax() >> 20,
                what));
    }

    private static String cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "processor time %.0f s", system.getProcessCpuTime() / 1e9);
    }
}
