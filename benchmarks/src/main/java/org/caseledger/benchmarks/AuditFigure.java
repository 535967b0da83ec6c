// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.caseledger.audit.Audit;
import org.caseledger.audit.AuditProgress;
import org.caseledger.audit.AuditRequest;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.copy.LedgerCopy;

/** How fast a supervisory authority's copy of the ledger is verified, everything executed again included. */
final class AuditFigure {

    private AuditFigure() {}

    static String of(Consortium consortium, Path directory) {
        var copy = directory.resolve("copy");
        LedgerCopy.pull(consortium.peer("EU-SUPERVISOR"), copy, Clock.systemUTC());
        var request = AuditRequest.of(copy, consortium.layout().trust(), LocalDate.of(2026, 1, 1));
        var started = System.nanoTime();
        var report = Audit.create().verify(request, AuditProgress.NONE);
        var seconds = (System.nanoTime() - started) / 1e9;
        var verified = report.verified();
        return String.format(
                Locale.ROOT,
                "%s: %d blocks, %d transactions, %d signatures in %.1f s: %.0f blocks/s, %.0f transactions/s, %.0f"
                        + " signatures/s (%s)",
                report.sound() ? "sound" : "NOT SOUND",
                verified.blocks(),
                verified.transactions(),
                verified.signatures(),
                seconds,
                verified.blocks() / seconds,
                verified.transactions() / seconds,
                verified.signatures() / seconds,
                verified.signatureProvider());
    }
}
