// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code procedure evaluate --also}. By hand: to take back on Eurodac data silence accepts two weeks after 9 March, on the
 * 23rd (Article 25); to take charge two months after it, on 9 May (Article 22).
 */
class AlsoTest {
    private static final String SILENT = """
            procedure: dublin3-take-back
            authorities: {requesting: AT, requested: BG}
            steps:
              - {date: 2015-03-07, step: lodged}
              - {date: 2015-03-09, step: request, basis: eurodac}
            """;
    private static final String ANSWERED = SILENT + "  - {date: 2015-03-20, step: accept, recorded: 2015-03-30}\n";

    private final Path directory;

    AlsoTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void what_differs_is_named_and_both_are_told() throws IOException {
        JsonNode both = json(SILENT, "dublin3-take-charge", "--as-of", "2015-03-24");

        assertThat(both.path("agree").asBoolean()).isFalse();
        assertThat(both.path("differ"))
                .extracting(JsonNode::asText)
                .containsExactly("due", "lapsed", "responsible", "values");
        assertThat(both.at("/before/definition/id").asText()).isEqualTo("dublin3-take-back@1");
        assertThat(both.at("/before/responsible/authority").asText()).isEqualTo("BG");
        assertThat(both.at("/before/responsible/since").asText()).isEqualTo("2015-03-24");
        assertThat(both.at("/after/definition/id").asText()).isEqualTo("dublin3-take-charge@1");
        assertThat(both.at("/after/responsible/role").asText()).isEqualTo("undetermined");
        assertThat(both.at("/after/due/0/limit").asText()).isEqualTo("reply");
        assertThat(both.at("/after/due/0/end").asText()).isEqualTo("2015-05-09");
    }

    @Test
    void a_procedure_agrees_with_itself() throws IOException {
        JsonNode both = json(ANSWERED, "dublin3-take-back@1", "--as-of", "2015-06-01");

        assertThat(both.path("agree").asBoolean()).isTrue();
        assertThat(both.path("differ")).isEmpty();
        assertThat(both.path("after")).isEqualTo(both.path("before"));
    }

    @Test
    void what_was_known_is_asked_of_both() throws IOException {
        String[] days = {"--as-of", "2015-03-24", "--known-at"};
        JsonNode before = json(ANSWERED, "dublin3-take-charge", days[0], days[1], days[2], "2015-03-29");
        assertThat(before.at("/before/responsible/rule").asText()).endsWith("Art 25(2)");
        assertThat(before.at("/after/responsible/role").asText()).isEqualTo("undetermined");

        JsonNode after = json(ANSWERED, "dublin3-take-charge", days[0], days[1], days[2], "2015-03-30");
        assertThat(after.at("/before/responsible/since").asText()).isEqualTo("2015-03-20");
        assertThat(after.at("/after/responsible/since").asText()).isEqualTo("2015-03-20");
    }

    @Test
    void steps_that_the_other_does_not_know_are_refused_there_alone() throws IOException {
        JsonNode both = json(SILENT, "gdpr-access", "--as-of", "2015-03-24");

        assertThat(both.path("differ")).extracting(JsonNode::asText).contains("refused");
        assertThat(both.at("/before/refused")).isEmpty();
        assertThat(both.at("/after/refused"))
                .extracting(step -> step.path("reason").asText())
                .containsExactly("unknown-step", "unknown-step");
    }

    @Test
    void an_attribute_that_the_other_does_not_know_is_named() throws IOException {
        JsonNode both = json(
                SILENT + "  - {date: 2015-03-11, step: remedy, against: transfer-decision, suspensive: \"no\"}\n",
                "dublin3-ammr-transition",
                "--as-of",
                "2015-03-24");

        assertThat(both.at("/after/refused"))
                .extracting(step -> step.path("because").asText())
                .contains("it has what the step does not know: suspensive");
    }

    @Test
    void a_reader_is_told_first_whether_they_agree() throws IOException {
        assertThat(text(ANSWERED, "dublin3-take-back", "--as-of", "2015-03-24")).contains("Both come to the same.");
        assertThat(text(SILENT, "dublin3-take-charge", "--as-of", "2015-03-24"))
                .contains("They differ in: due, lapsed, responsible and values.")
                .contains("Responsible: BG (requested), since 2015-03-24")
                .contains("Responsible: undetermined.");
    }

    private JsonNode json(String timeline, String also, String... options) throws IOException {
        return Json.mapper().readTree(run(timeline, also, Stream.concat(Stream.of("--json"), Stream.of(options))));
    }

    private String text(String timeline, String also, String... options) throws IOException {
        return run(timeline, also, Stream.of(options));
    }

    private String run(String timeline, String also, Stream<String> options) throws IOException {
        Path file = Files.writeString(directory.resolve("timeline.yaml"), timeline);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(Stream.of("procedure", "evaluate", file.toString(), "--also", also), options)
                .toArray(String[]::new);
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        return out.toString();
    }
}
