// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.procedure.dcr.DcrCompiler;
import org.caseledger.procedure.dcr.DcrXml;
import org.caseledger.procedure.definition.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a definition as the plain DCR graph that other tools read (docs/dcr.md). What such a graph"
                        + " cannot say is listed in it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:there is no such definition or format"},
        footerHeading = "%nExamples:%n",
        footer = {"  caseledger procedure export dublin3-take-back@1 --format dcr-xml > take-back.xml"})
@SuppressWarnings("NullAway.Init") // picocli sets the required parameters
final class ExportCommand implements Callable<Integer> {

    /** What a definition can be written as. */
    enum Format {
        DCR_XML;

        @Override
        public String toString() {
            return "dcr-xml";
        }
    }

    @Parameters(paramLabel = "ID", description = "The definition, see caseledger procedure list.")
    private String id;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "What to write: ${COMPLETION-CANDIDATES}.")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Definition definition = ShippedDefinition.of(id);
        String written =
                switch (format) {
                    case DCR_XML -> DcrXml.of(definition.pin().id(), DcrCompiler.compile(definition));
                };
        spec.commandLine().getOut().print(written);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
