// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.procedure.engine.Evaluation;
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
        exitCodeList = {"0:every step stands", "1:a step would be refused", "2:the file is not understood"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger procedure evaluate timeline.yaml",
            "  caseledger procedure evaluate timeline.yaml --as-of 2015-09-24 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the required parameter
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The timeline, YAML or JSON (docs/operations.md).")
    private Path file;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day to evaluate for. Default: today, UTC.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print the evaluation as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalDate day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(ZoneOffset.UTC));
        TimelineEvaluation result = TimelineEvaluation.of(TimelineFile.read(file), day);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(Map.of("v", 1, "evaluation", result.evaluation(), "refused", result.refused())));
        } else {
            print(result, out);
        }
        return result.refused().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private static void print(TimelineEvaluation result, PrintWriter out) {
        Evaluation evaluation = result.evaluation();
        Evaluation.Responsible responsible = evaluation.responsible();
        out.printf(
                "as of        %s, by %s%n",
                evaluation.asOf(), evaluation.definition().id());
        out.printf(
                "responsible  %s (%s) since %s, %s%n",
                orDash(responsible.authority()),
                responsible.role(),
                orDash(responsible.since()),
                orDash(responsible.rule()));
        for (Evaluation.LimitState limit : evaluation.limits()) {
            Evaluation.Due due = limit.current();
            out.printf(
                    "limit        %-14s until %s, %s%s (%s)%n",
                    due.limit(),
                    orDash(due.end()),
                    due.status(),
                    due.metOn() == null ? "" : " on " + due.metOn(),
                    due.rule());
        }
        evaluation
                .lapsed()
                .forEach(lapsed -> out.printf(
                        "lapsed       %-14s on %s, consequence since %s (%s)%n",
                        lapsed.limit(), lapsed.end(), lapsed.since(), lapsed.rule()));
        evaluation
                .remarks()
                .forEach(remark -> out.printf(
                        "remark       %s of %s: %s %s%n",
                        remark.step(),
                        remark.occurredOn(),
                        remark.flag().kind(),
                        remark.flag().subject()));
        result.refused()
                .forEach(refused -> out.printf(
                        "refused      number %d, %s: %s (%s)%n",
                        refused.place(), refused.step(), refused.reason(), refused.subject()));
        if (!evaluation.unconfirmed().isEmpty()) {
            out.println("unconfirmed  " + String.join(", ", evaluation.unconfirmed()));
        }
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
