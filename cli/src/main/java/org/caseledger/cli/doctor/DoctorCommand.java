// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.TopologyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caseledger doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine lacks and how to mend it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is missing", "1:something is missing", "2:the topology is not understood"},
        footerHeading = "%nExamples:%n",
        footer = {"  caseledger doctor", "  caseledger doctor --json --data /srv/caseledger"})
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final TopologyOptions options = new TopologyOptions();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Check> checks = Doctor.examine(options.topologies(), Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        boolean well = Doctor.isWell(checks);
        if (json) {
            out.println(Json.of(Map.of("v", 1, "well", well, "checks", checks)));
        } else {
            checks.forEach(check -> print(out, check));
            out.println(well ? "Nothing is missing." : "Mend what is marked with ✗, then run doctor again.");
        }
        return well ? ExitCode.OK : ExitCode.CHECK_FAILED;
    }

    private static void print(PrintWriter out, Check check) {
        String mark =
                switch (check.status()) {
                    case OK -> "✓";
                    case WARNING -> "!";
                    case MISSING -> "✗";
                };
        out.printf("%s %-18s %s%n", mark, check.name(), check.found());
        if (check.mend() != null) {
            out.printf("  %-18s %s%n", "", check.mend());
        }
    }
}
