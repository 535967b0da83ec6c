// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caseledger audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Verifies a ledger from its blocks, trusting nobody.",
        subcommands = VerifyCommand.class,
        footerHeading = "%nExample:%n",
        footer = "  caseledger audit verify --blocks copy --trust trust")
public final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: verify.");
    }
}
