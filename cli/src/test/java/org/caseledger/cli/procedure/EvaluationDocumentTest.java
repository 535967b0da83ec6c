// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.caseledger.cli.Json;
import org.caseledger.cli.procedure.timeline.EvaluationJson;
import org.caseledger.cli.procedure.timeline.TimelineEvaluation;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;

/** docs/evaluation.md says what the command prints. */
class EvaluationDocumentTest {
    private static final Library LIBRARY = Library.shipped();
    private static final List<String> EXAMPLES =
            List.of("c-201-16.yaml", "c-163-17.yaml", "c-360-16.yaml", "c-670-16.yaml");

    @Test
    void every_field_that_the_command_prints_is_documented() throws IOException {
        String document = document();
        Set<String> fields = new TreeSet<>();
        for (String file : EXAMPLES) {
            collect(evaluate(file, "2015-09-24"), fields);
        }
        assertThat(fields).contains("asOf", "deemedOn", "counting", "history", "article");
        assertThat(fields).allSatisfy(field -> assertThat(document).contains("`" + field + "`"));
    }

    @Test
    void the_example_is_of_the_form_that_the_command_prints() throws IOException {
        String document = document();
        String block = document.substring(document.indexOf("```json") + "```json".length());
        JsonNode example = Json.mapper().readTree(block.substring(0, block.indexOf("```")));
        Set<String> printed = new TreeSet<>();
        for (String file : EXAMPLES) {
            printed.addAll(paths(evaluate(file, "2015-09-24"), ""));
        }
        assertThat(paths(example, "")).hasSizeGreaterThan(20);
        assertThat(printed).containsAll(paths(example, ""));
    }

    private static String document() throws IOException {
        return Files.readString(Examples.file("../evaluation.md"));
    }

    private static JsonNode evaluate(String file, String asOf) {
        return EvaluationJson.of(TimelineEvaluation.of(
                LIBRARY, TimelineReader.read(LIBRARY, Examples.file(file)), LocalDate.parse(asOf), null));
    }

    /** Names of fields; not those that a definition chooses. */
    private static void collect(JsonNode json, Set<String> fields) {
        json.properties().forEach(field -> {
            fields.add(field.getKey());
            boolean chosen = field.getKey().equals("values") || field.getKey().equals("open");
            if (chosen) {
                field.getValue().forEach(child -> collect(child, fields));
            } else {
                collect(field.getValue(), fields);
            }
        });
        if (json.isArray()) {
            json.forEach(child -> collect(child, fields));
        }
    }

    private static Set<String> paths(JsonNode json, String path) {
        Set<String> paths = new TreeSet<>();
        json.properties().forEach(field -> {
            paths.add(path + "/" + field.getKey());
            paths.addAll(paths(field.getValue(), path + "/" + field.getKey()));
        });
        if (json.isArray()) {
            json.forEach(child -> paths.addAll(paths(child, path + "[]")));
        }
        return paths;
    }
}
