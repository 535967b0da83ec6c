// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the shipped definitions with their roles, steps and limits, and the calendars.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed"},
        footerHeading = "%nExamples:%n",
        footer = {"  caseledger procedure list", "  caseledger procedure list --json"})
final class ListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Library library = Library.shipped();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(Map.of(
                    "v", 1,
                    "definitions",
                            library.definitions().stream()
                                    .map(ListCommand::summary)
                                    .toList(),
                    "calendars",
                            library.calendars().stream()
                                    .map(calendar -> calendar.pin())
                                    .toList())));
        } else {
            library.definitions().forEach(definition -> print(definition, out));
            library.calendars()
                    .forEach(calendar -> out.printf(
                            "calendar %s%n  hash   %s%n",
                            calendar.pin().id(), calendar.pin().hash()));
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> summary(Definition definition) {
        return Map.of(
                "id", definition.pin().id(),
                "hash", definition.pin().hash(),
                "calendars", definition.calendars(),
                "roles", definition.roles().keySet(),
                "openingRole", definition.openingRole(),
                "steps", steps(definition),
                "limits", limits(definition));
    }

    private static void print(Definition definition, PrintWriter out) {
        out.println("definition " + definition.pin().id());
        out.println("  hash   " + definition.pin().hash());
        out.println("  roles  " + String.join(", ", definition.roles().keySet()) + "; opened by "
                + definition.openingRole());
        out.println("  steps  " + String.join(", ", steps(definition)));
        out.println("  limits " + String.join(", ", limits(definition)));
    }

    private static List<String> steps(Definition definition) {
        return definition.steps().stream().map(StepType::name).toList();
    }

    private static List<String> limits(Definition definition) {
        return definition.limits().stream().map(Limit::name).toList();
    }
}
