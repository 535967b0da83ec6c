// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.procedure.timeline.EvaluationJson;
import org.caseledger.cli.procedure.timeline.EvaluationText;
import org.caseledger.cli.procedure.timeline.TimelineEvaluation;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Says what follows from a timeline in a file: who is responsible, what is due, what lapsed, each"
                + " with its rule. Needs no ledger.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:evaluated; steps that the ledger would refuse are listed and change nothing",
            "2:the file is not understood: every problem with its line"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger procedure show dublin3-take-back --template > timeline.yaml",
            "  caseledger procedure evaluate timeline.yaml",
            "  caseledger procedure evaluate docs/examples/c-201-16.yaml --as-of 2015-09-24 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the required parameter
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The timeline, YAML or JSON (docs/evaluation.md).")
    private Path file;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to evaluate for. Default: today, UTC.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "Only what was recorded by the end of this day. Default: everything in the file.")
    private @Nullable LocalDate knownAt;

    @Option(names = "--json", description = "Print the evaluation as JSON (docs/evaluation.md).")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Library library = Library.shipped();
        LocalDate day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(ZoneOffset.UTC));
        TimelineEvaluation result = TimelineEvaluation.of(library, TimelineReader.read(library, file), day, knownAt);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.of(EvaluationJson.of(result)) + System.lineSeparator() : EvaluationText.of(result));
        out.flush();
        return ExitCode.OK;
    }
}
