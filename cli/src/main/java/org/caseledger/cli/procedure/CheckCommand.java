// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a definition that you wrote: every complaint with its line, or what the definition holds."
                + " It may name the parts that ship.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the definition can be played", "1:there are complaints", "2:the file cannot be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger procedure check my-procedure.yaml",
            "  caseledger procedure check my-procedure.yaml --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the required parameter
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A definition in YAML (docs/procedure-language.md).")
    private Path file;

    @Option(names = "--json", description = "Print the complaints or the counts as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DefinitionCheck check = DefinitionCheck.of(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(check));
        } else if (check.holds() == null) {
            check.complaints().forEach(complaint -> out.println(complaint.place() + ": " + complaint.sentence()));
        } else {
            print(check.holds(), out);
        }
        out.flush();
        return check.holds() == null ? ExitCode.CHECK_FAILED : ExitCode.OK;
    }

    private static void print(DefinitionCheck.Holds holds, PrintWriter out) {
        out.println(holds.id() + " can be played.");
        Map<String, Long> counts = holds.counts();
        counts.forEach((what, number) -> out.printf("  %4d %s%n", number, what));
        holds.unconfirmed().forEach(rule -> out.println("       unconfirmed: " + rule));
    }
}
