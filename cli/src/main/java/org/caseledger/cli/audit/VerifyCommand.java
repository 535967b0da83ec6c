// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.caseledger.audit.Audit;
import org.caseledger.audit.AuditProgress;
import org.caseledger.audit.AuditReport;
import org.caseledger.audit.AuditRequest;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caseledger audit verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies copies of a ledger's blocks: chain, signatures, policy, flags, and every case's result"
                + " again. Needs nothing that runs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing was found", "1:there are findings", "2:the audit cannot begin"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger audit verify --blocks .caseledger/demo/dublin/work/after \\",
            "    --trust .caseledger/demo/dublin/trust",
            "  caseledger audit verify --blocks copy --trust trust --as-of 2015-09-23 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the required options
final class VerifyCommand implements Callable<Integer> {
    @Option(
            names = "--blocks",
            required = true,
            paramLabel = "DIR",
            description = "Holds *.caseledger files; the first is verified, the others are compared with it.")
    private Path blocks;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "DIR",
            description = "Holds block0.sha256 and roots/<authority>.pem (docs/audit.md).")
    private Path trust;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to evaluate cases for. Default: today, UTC.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        AuditReport report = Audit.create().verify(AuditRequest.of(blocks, trust, day), AuditProgress.NONE);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(report.toJson()));
        } else {
            print(report, out);
        }
        return report.sound() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private static void print(AuditReport report, PrintWriter out) {
        AuditReport.Identity ledger = report.ledger();
        AuditReport.Verified verified = report.verified();
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
        report.copies()
                .forEach(copy -> out.printf(
                        "copy        %s, %d blocks, %s%n",
                        copy.name(), copy.height(), copy.same() ? "same" : "DIFFERS"));
        JsonNode json = report.toJson();
        json.path("cases").forEach(result -> printCase(result, out));
        json.path("findings")
                .forEach(finding -> out.printf(
                        "✗ %s: %s %s%n",
                        finding.path("code").asText(),
                        finding.path("sentence").asText(),
                        finding.path("detail").asText()));
        out.println(report.sound() ? "✓ sound: nothing was found." : "The ledger is not sound.");
    }

    private static void printCase(JsonNode result, PrintWriter out) {
        JsonNode responsible = result.at("/evaluation/responsible");
        out.printf(
                "case        %s, %d entries, responsible on %s: %s since %s (%s)%n",
                result.path("id").asText(),
                result.path("entries").asInt(),
                result.at("/evaluation/asOf").asText(),
                responsible.path("authority").asText("nobody yet"),
                responsible.path("since").asText("-"),
                responsible.path("rule").asText("-"));
    }
}
