// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.jspecify.annotations.Nullable;

/**
 * A timeline in YAML or JSON: what would be recorded, in the order in which it would be.
 *
 * <pre>
 * definition: dublin3-take-back@1
 * roles: {requesting: [AT-DUBLIN], requested: [BG-DUBLIN]}
 * steps:
 *   - {step: lodged, role: requesting, occurredOn: 2015-03-07}
 *   - {step: request, role: requesting, occurredOn: 2015-03-09, attributes: {basis: eurodac}}
 * </pre>
 *
 * @param definition id of a shipped definition
 * @param roles role to authority ids
 * @param steps as the gateway's interface takes them; {@code annuls}, {@code contests} and {@code supersedes} name a
 *     step by its place in this list, from 1
 */
public record TimelineFile(String definition, Map<String, List<String>> roles, List<ObjectNode> steps) {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public TimelineFile {
        roles = new TreeMap<>(orEmpty(roles));
        steps = List.copyOf(steps == null ? List.of() : steps);
    }

    /** @throws CommandException with the line, if the file is not understood */
    public static TimelineFile read(Path file) {
        try {
            TimelineFile timeline = MAPPER.readValue(Files.readString(file), TimelineFile.class);
            if (timeline == null
                    || timeline.definition() == null
                    || timeline.steps().isEmpty()) {
                throw new CommandException(
                        ExitCode.USAGE, file + " is no timeline: it needs definition, roles and steps.");
            }
            return timeline;
        } catch (JsonProcessingException e) {
            throw new CommandException(ExitCode.USAGE, file + line(e) + ": " + sentence(e), e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, file + " cannot be read. Check its name and its rights; it must be UTF-8.", e);
        }
    }

    private static Map<String, List<String>> orEmpty(@Nullable Map<String, List<String>> roles) {
        return roles == null ? Map.of() : roles;
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static String sentence(JsonProcessingException e) {
        return e instanceof JsonMappingException
                ? "only definition, roles and steps are known here, each of its form. See docs/operations.md."
                : "this is not YAML. Mend the line.";
    }
}
