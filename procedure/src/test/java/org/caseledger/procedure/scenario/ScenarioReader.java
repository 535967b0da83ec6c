// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Reads scenarios from YAML. */
public final class ScenarioReader {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();
    private static final Set<String> FIELDS =
            Set.of("name", "definition", "row", "source", "roles", "steps", "expect", "note");
    private static final Set<String> STEP_FIELDS = Set.of(
            "step",
            "date",
            "role",
            "by",
            "attrs",
            "id",
            "at",
            "until",
            "round",
            "ordinal",
            "irregular",
            "recorded",
            "annuls",
            "contests",
            "corrects",
            "withdraws",
            "reason",
            "note");

    private final String name;
    private final Definition definition;
    private final Map<String, CommandId> commands = new HashMap<>();

    private ScenarioReader(String name, Definition definition) {
        this.name = name;
        this.definition = definition;
    }

    /** From the name of a definition, or its id, to the definition. */
    public interface Definitions {
        Definition definition(String nameOrId);
    }

    /** Those of one file: a document each, with a {@code name} where there are several. */
    public static List<Scenario> readAll(Path file, Definitions definitions) {
        var scenarios = new ArrayList<Scenario>();
        try (var documents = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(Files.readString(file))) {
            while (documents.hasNext()) {
                var json = documents.next();
                var own = json.path("name").asText();
                scenarios.add(read(file.getFileName() + (own.isEmpty() ? "" : " " + own), json, definitions));
            }
            return scenarios;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** @throws IllegalArgumentException if the text is no scenario */
    public static Scenario read(String name, String text, Definitions definitions) {
        try {
            return read(name, MAPPER.readTree(text), definitions);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Scenario read(String name, JsonNode json, Definitions definitions) {
        only(name, json, FIELDS);
        for (var field : List.of("definition", "row", "source", "roles", "steps", "expect")) {
            if (!json.has(field)) {
                throw new IllegalArgumentException(name + ": '" + field + "' is missing");
            }
        }
        return new ScenarioReader(
                        name, definitions.definition(json.get("definition").asText()))
                .scenario(json);
    }

    static LocalDate day(JsonNode json, String field) {
        return LocalDate.parse(json.path(field).asText());
    }

    /** The text of a value; a bare yes or no is a boolean to readers of YAML. */
    static String word(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.asText();
    }

    static void only(String place, JsonNode json, Set<String> known) {
        json.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new IllegalArgumentException(
                        place + ": '" + field + "' is not known here; known are " + new TreeSet<>(known));
            }
        });
    }

    private Scenario scenario(JsonNode json) {
        var rows = new ArrayList<String>();
        json.get("row").forEach(row -> rows.add(row.asText()));
        var holders = new TreeMap<String, List<String>>();
        json.get("roles").properties().forEach(role -> {
            var authorities = new ArrayList<String>();
            role.getValue().forEach(authority -> authorities.add(authority.asText()));
            holders.put(role.getKey(), authorities);
        });
        var roles = Roles.of(holders);
        var nodes = inOrderOfArrival(json.get("steps"));
        var steps = new ArrayList<RecordedStep>();
        for (var node : nodes) {
            steps.add(step(node, roles, steps.size()));
        }
        var expected = new ArrayList<JsonNode>();
        json.get("expect").forEach(expected::add);
        return new Scenario(
                name, definition.pin().id(), rows, roles, steps, refused(nodes, json.get("expect")), expected);
    }

    /** The case begins with its opening step; facts that the file lists before it were told later. */
    private List<JsonNode> inOrderOfArrival(JsonNode steps) {
        var nodes = new ArrayList<JsonNode>();
        steps.forEach(nodes::add);
        nodes.stream()
                .filter(node ->
                        definition.openingSteps().contains(node.path("step").asText()))
                .findFirst()
                .ifPresent(opening -> {
                    nodes.remove(opening);
                    nodes.add(0, opening);
                });
        return nodes;
    }

    private static Set<Integer> refused(List<JsonNode> nodes, JsonNode expect) {
        var names = new TreeSet<String>();
        expect.forEach(day -> day.path("refused").forEach(refused -> names.add(refused.asText())));
        var refused = new TreeSet<Integer>();
        for (int i = 0; i < nodes.size(); i++) {
            var step = nodes.get(i);
            if (names.contains(step.path("id").asText(step.path("step").asText()))) {
                refused.add(i);
            }
        }
        return refused;
    }

    private RecordedStep step(JsonNode json, Roles roles, int index) {
        var place = name + ", step " + (index + 1);
        only(place, json, STEP_FIELDS);
        var command = new CommandId(String.format(Locale.ROOT, "%032x", index + 1));
        if (json.has("id")) {
            commands.put(json.get("id").asText(), command);
        }
        var step = json.path("step").asText();
        var role = json.has("role") ? json.get("role").asText() : onlyRecorder(place, step);
        var holders = roles.holders(role);
        if (!json.has("by") && holders.isEmpty()) {
            throw new IllegalArgumentException(place + ": nobody holds the role '" + role + "'");
        }
        var on = day(json, "date");
        var supersedes = command(place, json, json.has("withdraws") ? "withdraws" : "corrects");
        var record = StepRecord.of(command, step, role, on, attributes(json.path("attrs")))
                .change()
                .occurredAt(json.has("at") ? OffsetDateTime.parse(json.get("at").asText()) : null)
                .ordinal(number(json, "ordinal"))
                .until(json.has("until") ? day(json, "until") : null)
                .round(number(json, "round"))
                .annuls(command(place, json, "annuls"))
                .contests(command(place, json, "contests"))
                .corrects(
                        supersedes,
                        supersedes == null ? null : json.path("reason").asText("typing-error"))
                .withdrawal(json.has("withdraws"))
                .irregularity(json.has("irregular") ? json.get("irregular").asText() : null)
                .done();
        var recorded = json.has("recorded") ? day(json, "recorded") : on;
        return new RecordedStep(
                record,
                json.has("by") ? json.get("by").asText() : holders.get(0),
                Instant.from(recorded.atTime(12, 0).atOffset(ZoneOffset.UTC)));
    }

    private String onlyRecorder(String place, String name) {
        var type = definition.step(name);
        if (type == null) {
            throw new IllegalArgumentException(place + ": the definition has no step '" + name + "'");
        } else if (type.recorders().size() != 1) {
            throw new IllegalArgumentException(place + ": say as which role, " + type.recorders());
        }
        return type.recorders().get(0);
    }

    private @Nullable CommandId command(String place, JsonNode json, String field) {
        if (!json.has(field)) {
            return null;
        }
        var command = commands.get(json.get(field).asText());
        if (command == null) {
            throw new IllegalArgumentException(place + ": no step before has the id " + json.get(field));
        }
        return command;
    }

    private static SortedMap<String, String> attributes(JsonNode json) {
        var attributes = new TreeMap<String, String>();
        json.properties().forEach(entry -> attributes.put(entry.getKey(), word(entry.getValue())));
        return attributes;
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        return json.has(field) ? json.get(field).asInt() : null;
    }
}
