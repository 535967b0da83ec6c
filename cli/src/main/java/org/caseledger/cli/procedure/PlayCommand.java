// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Utf8Writer;
import org.caseledger.procedure.dcr.DcrCompiler;
import org.caseledger.procedure.dcr.DcrProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure play}. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description =
                "Plays traces through the plain DCR graph of a definition (docs/dcr.md): a JSON array of event ids"
                        + " a line in, a JSON object a line out, with what was accepted and what is enabled, pending and included"
                        + " at the end.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every line was played", "2:the file or one of its lines is not understood"},
        footerHeading = "%nExamples:%n",
        footer = {"  caseledger procedure play dublin3-take-back@1 --traces traces.jsonl > played.jsonl"})
@SuppressWarnings("NullAway.Init") // picocli sets the required parameters
final class PlayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The definition, see caseledger procedure list.")
    private String id;

    @Option(
            names = "--traces",
            paramLabel = "FILE",
            required = true,
            description = "The traces, a JSON array of event ids a line.")
    private Path traces;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads play. Default: one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw new CommandException(ExitCode.USAGE, "--threads is at least 1.");
        }
        DcrProgram program =
                DcrProgram.of(DcrCompiler.compile(ShippedDefinition.of(id)).graph());
        PrintWriter out = spec.commandLine().getOut();
        try (InputStream file = open();
                TracePipeline pipeline = new TracePipeline(
                        program, threads, output -> Utf8Writer.write(out, output.bytes(), output.length()))) {
            pipeline.play(file);
            out.flush();
        } catch (TracePipeline.MalformedLineException e) {
            out.flush();
            throw new CommandException(ExitCode.USAGE, traces + ", line " + e.line() + ": " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT, "Reading " + traces + " or writing the result stopped: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    private InputStream open() {
        try {
            return Files.newInputStream(traces);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, traces + " cannot be read. Check its name.", e);
        }
    }
}
