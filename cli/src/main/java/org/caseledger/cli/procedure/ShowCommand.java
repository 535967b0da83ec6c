// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.procedure.show.Page;
import org.caseledger.cli.procedure.show.Picture;
import org.caseledger.cli.procedure.show.SheetText;
import org.caseledger.cli.procedure.show.Template;
import org.caseledger.cli.procedure.words.Sheet;
import org.caseledger.cli.procedure.words.SheetWriter;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caseledger procedure show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a procedure in words: its steps with what to record, its limits, readings and sources.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "2:there is no such procedure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger procedure show dublin3-take-back",
            "  caseledger procedure show dublin3-take-back --country DE",
            "  caseledger procedure show dublin3-take-back --template > timeline.yaml",
            "  caseledger procedure show dublin3-take-back --html > procedure.html"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the required parameter
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The procedure; without a version the newest.")
    private String id;

    @Option(names = "--country", paramLabel = "CC", description = "Only what parameters are in this State, e.g. DE.")
    private @Nullable String country;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private CommandSpec spec;

    /** The forms, of which one is asked; without any it is text. */
    static final class Form {
        @Option(names = "--template", description = "Print an empty timeline file with every step to choose from.")
        private boolean template;

        @Option(names = "--html", description = "Print one page with a picture of the procedure.")
        private boolean html;

        @Option(names = "--json", description = "Print the same as JSON.")
        private boolean json;
    }

    @Override
    public Integer call() {
        Library library = Library.shipped();
        Definition definition = Definitions.find(library, id)
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, Definitions.missing(library, id)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                form.template
                        ? Template.of(definition, Library.prose(definition.pin().id()))
                        : sheet(library, definition));
        out.flush();
        return ExitCode.OK;
    }

    private String sheet(Library library, Definition definition) {
        Sheet sheet = SheetWriter.of(library, definition, country);
        if (form.html) {
            return Page.of(sheet, Picture.of(definition));
        }
        return form.json ? Json.of(sheet) + System.lineSeparator() : SheetText.of(sheet);
    }
}
