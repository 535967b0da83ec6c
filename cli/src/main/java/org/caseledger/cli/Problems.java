// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.caseledger.audit.AuditException;
import org.caseledger.network.NetworkException;
import org.caseledger.network.embedded.EmbeddedLedgerException;
import org.caseledger.network.topology.TopologyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one line for the user and an exit code; the stack trace goes to the log. */
final class Problems implements IExecutionExceptionHandler {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @Override
    public int handleExecutionException(Exception problem, CommandLine line, ParseResult result) {
        LOG.log(Level.SEVERE, "the command failed", problem);
        line.getErr().println("caseledger: " + sentence(problem));
        return exitCode(problem);
    }

    private static int exitCode(Exception problem) {
        if (problem instanceof CommandException known) {
            return known.exitCode();
        }
        if (problem instanceof TopologyException || problem instanceof AuditException) {
            return ExitCode.USAGE;
        }
        return isOfTheMachine(problem) ? ExitCode.ENVIRONMENT : ExitCode.DEFECT;
    }

    private static String sentence(Exception problem) {
        if (exitCode(problem) != ExitCode.DEFECT) {
            return String.valueOf(problem.getMessage());
        }
        return "Something went wrong that should not (" + problem.getClass().getSimpleName() + "). "
                + Logging.where().map(file -> "See " + file + ".").orElse("Run again with --data DIR to keep a log.");
    }

    private static boolean isOfTheMachine(Exception problem) {
        return problem instanceof NetworkException || problem instanceof EmbeddedLedgerException;
    }
}
