// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.TopologyOptions;
import org.caseledger.network.topology.Topology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caseledger demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays two cases through the REST interfaces of authorities that it starts on this machine, each on a"
                    + " consortium of its own, and stays up: the timeline of judgment C-201/16, and a German asylum"
                    + " procedure.",
            "Each demo begins with an empty data directory: what an earlier demo left in it is removed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every statement was checked and holds (with --once)",
            "1:a statement does not hold",
            "2:an option or the topology is not understood",
            "3:the machine lacks something; see caseledger doctor",
            "4:a defect of caseledger itself",
            "130:ended by Ctrl-C, everything was stopped"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  caseledger demo",
            "  caseledger demo --once --case germany",
            "  caseledger demo --once --json demo.json --data /tmp/caseledger-demo"
        })
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final TopologyOptions options = new TopologyOptions();

    @Option(names = "--once", description = "End after the last case.")
    private boolean once;

    @Option(names = "--case", paramLabel = "ID", description = "Play only this case: dublin or germany.")
    private @Nullable String only;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the document that every line is rendered from (docs/demo.md); - for standard output"
                    + " instead of the lines.")
    private @Nullable String json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli settings it
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Interruption interruption = Interruption.ofThisThread()) {
            Journal journal = new Journal("-".equals(json) ? event -> {} : this::print);
            try {
                new Demo(options.topology().data(), settings(), journal).run(played -> {
                    if (!once) {
                        write(journal.document());
                        new Welcome(played, out()).print();
                        interruption.await();
                    }
                });
            } finally {
                write(journal.document());
            }
            print(journal);
            return journal.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED;
        }
    }

    /** Each case on its own consortium; on a consortium that was named, the first case that it can play. */
    private List<Demo.Setting> settings() {
        List<PlayedCase> wanted = PlayedCase.shipped().stream()
                .filter(play -> only == null || play.id().equals(only))
                .toList();
        if (wanted.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "There is no case " + only + ". Name dublin or germany.");
        }
        if (!options.named()) {
            return wanted.stream()
                    .map(play -> new Demo.Setting(play, play.consortium()))
                    .toList();
        }
        Topology topology = options.topology();
        return wanted.stream()
                .filter(play -> topology.channels().stream().anyMatch(play::fits))
                .findFirst()
                .map(play -> List.of(new Demo.Setting(play, topology)))
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "No case of the demo can be played on this topology: a channel must have its procedure and"
                                + " its authorities, e.g. "
                                + wanted.get(0).definition() + " and "
                                + String.join(
                                        ", ",
                                        new TreeSet<>(wanted.get(0).files().keySet())) + "."));
    }

    private void print(Journal journal) {
        if (once && !"-".equals(json)) {
            int statements = journal.document().path("statements").asInt();
            out().println(
                            journal.passed()
                                    ? "\n" + statements + " statements checked, every one holds."
                                    : "\nA statement does not hold; see ✗ above.");
        }
    }

    private void print(JsonNode event) {
        renderer().line(event).ifPresent(out()::println);
    }

    private static Renderer renderer() {
        return Lines.RENDERER;
    }

    /** Read once, when the first line is told. */
    private static final class Lines {
        static final Renderer RENDERER = Renderer.create();
    }

    private void write(JsonNode document) {
        if ("-".equals(json)) {
            out().println(Json.of(document));
        } else if (json != null) {
            try {
                Files.writeString(Path.of(json), Json.of(document) + "\n", StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new CommandException(
                        ExitCode.USAGE, "The document cannot be written to " + json + ". Name another file.", e);
            }
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
