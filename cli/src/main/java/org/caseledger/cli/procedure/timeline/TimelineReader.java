// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.procedure.Definitions;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a timeline.
 *
 * <pre>
 * procedure: dublin3-take-back
 * authorities: {requesting: AT, requested: BG}
 * steps:
 *   - {date: 2015-03-07, step: lodged}
 *   - {date: 2015-03-09, step: request, basis: eurodac}
 * </pre>
 */
public final class TimelineReader {
    private static final List<String> FIELDS = List.of("procedure", "authorities", "steps");

    private final Library library;
    private final Problems problems;

    private TimelineReader(Library library, Problems problems) {
        this.library = library;
        this.problems = problems;
    }

    /**
     * @param file - means standard input
     * @throws CommandException with every problem of the file, each with its line
     */
    public static Timeline read(Library library, Path file) {
        try {
            return file.toString().equals("-")
                    ? read(library, "standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
                    : read(library, file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, file + " cannot be read. Check its name and its rights; it must be UTF-8.", e);
        }
    }

    /** @param name of the file, for problems */
    public static Timeline read(Library library, String name, String text) {
        Problems problems = new Problems(name);
        return new TimelineReader(library, problems).timeline(compose(name, text, problems));
    }

    private static Node compose(String name, String text, Problems problems) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root != null) {
                return root;
            }
            problems.add(1, "the file is empty. See caseledger procedure show ID --template.");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : Problems.line(e.getProblemMark());
            problems.add(line, sentence(String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            problems.add(1, "this is not YAML. Only text can stand in it.");
        }
        problems.raise();
        throw new IllegalStateException(name + " has no problem and no content");
    }

    private static String sentence(String problem) {
        if (problem.contains("TAB")) {
            return "a tab stands here; indent with spaces.";
        }
        return problem.contains("another document")
                ? "a file holds one timeline; put what follows --- into a file of its own."
                : "this is not YAML: " + problem + ". Mend the line.";
    }

    private Timeline timeline(Node root) {
        Fields fields = Fields.of(root, problems, "a timeline begins with procedure:, authorities: and steps:.");
        fields.only(FIELDS, "here");
        Definition definition = definition(fields);
        if (definition == null) {
            problems.raise();
            throw new IllegalStateException("a definition is missing without a problem");
        }
        Authorities authorities = Authorities.read(fields, definition, problems);
        List<Node> entries = entries(fields);
        List<Timeline.Step> steps = new ArrayList<>();
        StepReader reader = new StepReader(definition, authorities, problems);
        for (Node entry : entries) {
            Timeline.Step step = reader.read(entry);
            if (step != null) {
                steps.add(step);
            }
        }
        problems.raise();
        return new Timeline(definition, authorities.roles(), authorities.names(), steps);
    }

    private @org.jspecify.annotations.Nullable Definition definition(Fields fields) {
        String wanted = fields.text("procedure");
        if (wanted == null) {
            if (!fields.has("procedure")) {
                problems.add(
                        fields.node(),
                        "'procedure' is missing; it names one of: "
                                + String.join(
                                        ", ",
                                        library.definitions().stream()
                                                .map(known -> known.pin().id())
                                                .toList())
                                + ".");
            }
            return null;
        }
        Definition definition = Definitions.find(library, wanted).orElse(null);
        if (definition == null) {
            problems.add(fields.value("procedure"), Definitions.missing(library, wanted));
        }
        return definition;
    }

    private List<Node> entries(Fields fields) {
        if (fields.has("steps") && fields.value("steps") instanceof SequenceNode list) {
            if (list.getValue().isEmpty()) {
                problems.add(list, "'steps' has no step; write what happened, each with date and step.");
            }
            return list.getValue();
        }
        problems.add(fields.value("steps"), "'steps' must be a list; write each as - {date: 2026-07-01, step: name}.");
        return List.of();
    }
}
