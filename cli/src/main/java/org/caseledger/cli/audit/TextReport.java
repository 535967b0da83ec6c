// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.audit;

import java.io.PrintWriter;
import org.caseledger.audit.AuditReader;
import org.caseledger.audit.AuditReport;
import org.caseledger.audit.CaseResult;
import org.caseledger.procedure.engine.Evaluation;
import org.jspecify.annotations.Nullable;

/** Prints a report for people, case by case. */
final class TextReport implements AuditReader {
    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void walked(AuditReport blocks) {
        AuditReport.Identity ledger = blocks.ledger();
        AuditReport.Verified verified = blocks.verified();
        out.printf("ledger      %s, %d blocks, block 0 %s%n", ledger.channel(), ledger.height(), ledger.genesisHash());
        out.printf("head        %s%n", ledger.headHash());
        out.printf("endorsers   %s%n", String.join(", ", ledger.endorsers()));
        out.printf(
                "verified    %d blocks, %d transactions (%d valid, %d executed again), %d signatures (%d/s, %s)%n",
                verified.blocks(),
                verified.transactions(),
                verified.valid(),
                verified.executedAgain(),
                verified.signatures(),
                verified.signaturesPerSecond(),
                verified.signatureProvider());
        blocks.copies()
                .forEach(copy -> out.printf(
                        "copy        %s, %d blocks, %s%n",
                        copy.name(), copy.height(), copy.same() ? "same" : "DIFFERS"));
    }

    @Override
    public void evaluated(CaseResult result) {
        if (result.kind().equals("case")) {
            Evaluation.Responsible responsible = result.evaluation().responsible();
            out.printf(
                    "case        %s, %d entries, responsible on %s: %s since %s (%s)%n",
                    result.header().id().value(),
                    result.entries(),
                    result.evaluation().asOf(),
                    orElse(responsible.authority(), "nobody yet"),
                    orElse(responsible.since(), "-"),
                    orElse(responsible.rule(), "-"));
        }
    }

    void finish(AuditReport report) {
        report.findings()
                .forEach(finding -> out.printf(
                        "✗ %s: %s %s%n", finding.code(), finding.code().sentence(), finding.detail()));
        out.println(report.sound() ? "✓ sound: nothing was found." : "The ledger is not sound.");
    }

    private static Object orElse(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
