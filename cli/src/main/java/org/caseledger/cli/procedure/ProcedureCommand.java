// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure}. */
@Command(
        name = "procedure",
        mixinStandardHelpOptions = true,
        description =
                "Shows procedures in words, evaluates timelines, checks definitions, writes and plays their DCR graphs.",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            EvaluateCommand.class,
            CheckCommand.class,
            ExportCommand.class,
            PlayCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger procedure list",
            "  caseledger procedure show dublin3-take-back",
            "  caseledger procedure evaluate timeline.yaml --as-of 2015-09-24",
            "  caseledger procedure check my-procedure.yaml"
        })
public final class ProcedureCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name a command: list, show, evaluate, check, export or play.");
    }
}
