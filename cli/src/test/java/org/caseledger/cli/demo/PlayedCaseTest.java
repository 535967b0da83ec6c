// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.Main;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cases of the demo expect is what the engine says without a ledger. */
class PlayedCaseTest {
    @TempDir
    Path directory = Path.of("");

    static List<PlayedCase> shipped() {
        return PlayedCase.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_case_is_played_where_its_authorities_and_its_procedure_are(PlayedCase play) {
        assertThat(play.consortium().channels()).singleElement().satisfies(channel -> assertThat(play.fits(channel))
                .isTrue());
        assertThat(PlayedCase.shipped().stream()
                        .filter(other -> other.fits(play.consortium().channels().get(0))))
                .containsExactly(play);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_law_has_every_step_of_a_case(PlayedCase play) throws IOException {
        JsonNode evaluation = evaluated(play, "2026-01-01");

        assertThat(evaluation.path("refused")).isEmpty();
        assertThat(evaluation.path("ended").path("on").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_law_says_of_limits_and_steps_what_a_case_expects(PlayedCase play) throws IOException {
        for (Act.Read read : acts(play, Act.Read.class).toList()) {
            JsonNode evaluation = evaluated(play, read.asOf().equals("today") ? "2026-01-01" : read.asOf());
            for (Finding finding : read.says()) {
                if (finding.of() != null) {
                    ObjectNode found = item(evaluation.path(finding.in()), finding.of())
                            .orElseThrow(() -> new AssertionError("nothing is said of " + finding));
                    assertThat(Matching.holds(finding.is(), found))
                            .as("%s, found %s", finding, found)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_chapter_and_statement_of_a_case_has_its_line(PlayedCase play) throws IOException {
        Properties lines = new Properties();
        try (var in = PlayedCase.class.getResourceAsStream("lines.properties")) {
            lines.load(in);
        }
        Stream<String> chapters = acts(play, Act.Chapter.class).map(act -> "chapter." + act.id());
        Stream<String> findings = acts(play, Act.Read.class)
                .flatMap(act -> act.says().stream())
                .map(finding -> "statement." + finding.say());
        Stream<String> refusals = acts(play, Act.Refused.class).map(act -> "statement." + act.say());

        assertThat(Stream.of(chapters, findings, refusals).flatMap(keys -> keys))
                .isNotEmpty()
                .isSubsetOf(lines.stringPropertyNames());
    }

    private static Optional<ObjectNode> item(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path("limit").asText().equals(name)
                        || item.path("step").asText().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private JsonNode evaluated(PlayedCase play, String asOf) throws IOException {
        Path file = Files.writeString(
                directory.resolve("timeline.yaml"), timeline(play).toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] command = {"procedure", "evaluate", file.toString(), "--as-of", asOf, "--json"};
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), command))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        return Json.mapper().readTree(out.toString());
    }

    /** The case as docs/evaluation.md has it: JSON is YAML too. */
    private static ObjectNode timeline(PlayedCase play) {
        ObjectNode timeline = Json.mapper().createObjectNode().put("procedure", play.definition());
        ObjectNode authorities = timeline.putObject("authorities");
        play.opening().roles().forEach((role, holders) -> authorities.put(role, holders.get(0)));
        acts(play, Act.Bind.class).forEach(act -> authorities.put(act.role(), act.authority()));
        add(timeline, play.opening().step());
        acts(play, Act.Enter.class).forEach(act -> {
            ObjectNode step = add(timeline, act.step());
            if (act.id() != null) {
                step.put("id", act.id());
            }
            if (act.annuls() != null) {
                step.put("annuls", act.annuls());
            }
        });
        return timeline;
    }

    private static ObjectNode add(ObjectNode timeline, Step step) {
        ObjectNode json = timeline.withArray("steps")
                .addObject()
                .put("date", step.date())
                .put("step", step.step())
                .put("role", step.role());
        step.attributes().forEach(json::put);
        return json;
    }

    private static <T extends Act> Stream<T> acts(PlayedCase play, Class<T> type) {
        return play.acts().stream().filter(type::isInstance).map(type::cast);
    }
}
