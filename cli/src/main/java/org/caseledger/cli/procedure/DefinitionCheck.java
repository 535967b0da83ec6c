// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionException;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.definition.Reading;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * What the reader and the checker say of a definition in a file.
 *
 * @param complaints none where it can be played
 * @param holds what it holds, or null where there are complaints
 */
public record DefinitionCheck(
        List<DefinitionException.Problem> complaints,
        @Nullable Holds holds) {
    public DefinitionCheck {
        complaints = List.copyOf(complaints);
    }

    /**
     * What a definition holds.
     *
     * @param counts of its steps, limits and so on
     * @param unconfirmed sources of rules that nothing confirms
     */
    public record Holds(String id, String hash, Map<String, Long> counts, List<String> unconfirmed) {
        public Holds {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
            unconfirmed = List.copyOf(unconfirmed);
        }
    }

    /** @throws CommandException if the file cannot be read */
    public static DefinitionCheck of(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, file + " cannot be read. Check its name and its rights; it must be UTF-8.", e);
        }
        try {
            return new DefinitionCheck(
                    List.of(), holds(DefinitionReader.readYaml(file.toString(), text, Library.parts())));
        } catch (DefinitionException e) {
            return new DefinitionCheck(e.problems(), null);
        }
    }

    private static Holds holds(Definition definition) {
        List<String> unconfirmed = Sources.of(definition)
                .filter(source -> !source.confirmed())
                .map(Source::text)
                .toList();
        long worlds = definition.readings().stream()
                .filter(reading -> reading.kind() == Reading.Kind.SPAN)
                .mapToLong(reading -> reading.options().size())
                .reduce(1, (a, b) -> a * b);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("steps", (long) definition.steps().size());
        counts.put("limits", (long) definition.limits().size());
        counts.put("bars", (long) definition.bars().size());
        counts.put("rounds", (long) definition.rounds().size());
        counts.put("parameters", (long) definition.parameters().size());
        counts.put("worlds", worlds);
        counts.put("sources", Sources.of(definition).count());
        counts.put("sources that nothing confirms", (long) unconfirmed.size());
        return new Holds(
                definition.pin().id(),
                definition.pin().hash(),
                counts,
                unconfirmed.stream().distinct().sorted().toList());
    }
}
