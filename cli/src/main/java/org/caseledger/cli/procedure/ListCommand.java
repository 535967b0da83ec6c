// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.procedure.words.Spell;
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
        description =
                "Lists the procedures that ship: id, title, roles, number of steps and limits, channel, calendar.",
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
            out.println("Shown in words by caseledger procedure show ID; --json lists hashes and calendars.");
        }
        out.flush();
        return ExitCode.OK;
    }

    private static Map<String, Object> summary(Definition definition) {
        return Map.of(
                "id", definition.pin().id(),
                "title", Library.prose(definition.pin().id()).title(),
                "channel", Spell.word(definition.channel()),
                "hash", definition.pin().hash(),
                "calendars", definition.calendars(),
                "roles", definition.roles().keySet(),
                "openingRole", definition.openingRole(),
                "steps", steps(definition),
                "limits", limits(definition));
    }

    private static void print(Definition definition, PrintWriter out) {
        out.printf(
                "%s%n  %s%n  roles %s; %d steps, %d limits; channel %s; calendar %s%n%n",
                definition.pin().id(),
                Library.prose(definition.pin().id()).title(),
                String.join(", ", definition.roles().keySet()),
                definition.steps().size(),
                definition.limits().size(),
                Spell.word(definition.channel()),
                definition.calendar());
    }

    private static List<String> steps(Definition definition) {
        return definition.steps().stream().map(StepType::name).toList();
    }

    private static List<String> limits(Definition definition) {
        return definition.limits().stream().map(Limit::name).toList();
    }
}
