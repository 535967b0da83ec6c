// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.caseledger.audit.Audit;
import org.caseledger.audit.AuditReport;
import org.caseledger.audit.AuditRequest;
import org.caseledger.audit.JsonReport;
import org.caseledger.cli.CommandException;
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
        AuditRequest request = AuditRequest.of(blocks, trust, day);
        PrintWriter out = spec.commandLine().getOut();
        AuditReport report = json ? printJson(request, out) : print(request, out);
        return report.sound() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private AuditReport print(AuditRequest request, PrintWriter out) {
        TextReport text = new TextReport(out);
        AuditReport report = Audit.create().verify(request, text, progress());
        text.finish(report);
        return report;
    }

    private AuditReport printJson(AuditRequest request, PrintWriter out) {
        try (JsonGenerator generator = Json.generator(out)) {
            JsonReport written = new JsonReport(generator);
            AuditReport report = Audit.create().verify(request, written, progress());
            written.finish(report);
            out.println();
            return report;
        } catch (IOException e) {
            throw new CommandException(ExitCode.DEFECT, "The report cannot be written.", e);
        }
    }

    private ShownProgress progress() {
        return new ShownProgress(spec.commandLine().getErr(), System::nanoTime);
    }
}
