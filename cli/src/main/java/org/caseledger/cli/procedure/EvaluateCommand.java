// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.procedure.timeline.EvaluationJson;
import org.caseledger.cli.procedure.timeline.EvaluationText;
import org.caseledger.cli.procedure.timeline.Timeline;
import org.caseledger.cli.procedure.timeline.TimelineComparison;
import org.caseledger.cli.procedure.timeline.TimelineEvaluation;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.cli.procedure.timeline.Values;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
    @Parameters(
            paramLabel = "FILE",
            description = "The timeline, YAML or JSON (docs/evaluation.md); - reads standard input.")
    private Path file;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day to evaluate for. Default: today, UTC.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            converter = Day.class,
            description = "Only what was recorded by the end of this day. Default: everything in the file.")
    private @Nullable LocalDate knownAt;

    @Option(
            names = "--also",
            paramLabel = "ID",
            description = "Play the same steps also under this procedure or version, and say what differs.")
    private @Nullable String also;

    @Option(names = "--json", description = "Print the evaluation as JSON (docs/evaluation.md).")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Library library = Library.shipped();
        LocalDate day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(ZoneOffset.UTC));
        Timeline timeline = TimelineReader.read(library, file);
        PrintWriter out = spec.commandLine().getOut();
        out.print(also == null ? evaluated(library, timeline, day) : compared(library, timeline, also, day));
        out.flush();
        return ExitCode.OK;
    }

    private String evaluated(Library library, Timeline timeline, LocalDate day) {
        TimelineEvaluation result = TimelineEvaluation.of(library, timeline, day, knownAt);
        return json ? Json.of(EvaluationJson.of(result)) + System.lineSeparator() : EvaluationText.of(result);
    }

    private String compared(Library library, Timeline timeline, String other, LocalDate day) {
        Definition definition = Definitions.find(library, other)
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, Definitions.missing(library, other)));
        TimelineComparison result = TimelineComparison.of(library, timeline, definition, day, knownAt);
        return json ? Json.of(result.json()) + System.lineSeparator() : result.text();
    }

    /** A day that says what is wrong with it. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(Values.noDate(text));
            }
        }
    }
}
