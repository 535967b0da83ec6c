// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import org.caseledger.cli.audit.AuditCommand;
import org.caseledger.cli.copy.LedgerCommand;
import org.caseledger.cli.demo.DemoCommand;
import org.caseledger.cli.doctor.DoctorCommand;
import org.caseledger.cli.procedure.ProcedureCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it only says which there are. */
@Command(
        name = "caseledger",
        mixinStandardHelpOptions = true,
        version = "caseledger 0.1.0",
        description = "A ledger on which authorities coordinate a case while no person's data is on it.",
        subcommands = {
            DemoCommand.class,
            DoctorCommand.class,
            ProcedureCommand.class,
            LedgerCommand.class,
            AuditCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and everything that was checked holds",
            "1:done, but a check failed",
            "2:the command line or a file that it names is not understood",
            "3:the machine lacks something: a port, room, a program, a server",
            "4:a defect of caseledger itself"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger demo",
            "  caseledger demo --once --json result.json",
            "  caseledger doctor",
            "  caseledger procedure list",
            "  caseledger audit verify --blocks copy --trust copy/trust"
        })
final class Caseledger implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
