// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caseledger.cli.procedure.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path directory;

    CommandLineTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "doctor --help",
                "procedure --help",
                "procedure list --help",
                "procedure show --help",
                "procedure check --help",
                "procedure evaluate --help",
                "procedure export --help",
                "procedure play --help",
                "ledger --help",
                "ledger copy --help",
                "audit --help",
                "audit verify --help"
            })
    void every_command_helps_with_an_example(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Usage:").containsPattern("Examples?:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "procedure", "ledger", "audit", "audit verify", "demo --twice", "ledger copy"})
    void what_is_not_understood_is_exit_code_2_and_shows_the_usage(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage:").doesNotContain("Exception");
    }

    @Test
    void a_topology_that_is_not_there_is_one_sentence_with_what_to_do() {
        assertThat(run("doctor", "--topology", directory.resolve("none.yaml").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("cannot be read").contains("Check its name");
    }

    @Test
    void procedures_are_listed_as_json() throws IOException {
        assertThat(run("procedure", "list", "--json")).isEqualTo(ExitCode.OK);
        JsonNode list = Json.mapper().readTree(out.toString());
        assertThat(list.findValuesAsText("id")).contains("dublin3-take-back@1");
        assertThat(list.at("/calendars")).isNotEmpty();
    }

    @Test
    void a_timeline_is_evaluated_to_the_courts_result() throws IOException {
        assertThat(run("procedure", "evaluate", timeline(""), "--as-of", "2015-09-24", "--json"))
                .isEqualTo(ExitCode.OK);
        JsonNode responsible = Json.mapper().readTree(out.toString()).at("/responsible");
        assertThat(responsible.path("authority").asText()).isEqualTo("AT");
        assertThat(responsible.path("since").asText()).isEqualTo("2015-09-24");
    }

    @Test
    void the_day_before_the_other_state_is_responsible() throws IOException {
        run("procedure", "evaluate", timeline(""), "--as-of", "2015-09-23");

        assertThat(out.toString()).contains("Responsible: BG (requested)");
    }

    @Test
    void a_step_that_would_be_refused_is_named_and_the_rest_is_evaluated() throws IOException {
        String refused = "  - {step: ask-again, date: 2015-09-10}\n";

        assertThat(run("procedure", "evaluate", timeline(refused), "--as-of", "2015-09-24"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Responsible: AT").contains("ask-again (line 16)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - {step: accept, role: nobody, date: 2015-03-23}\n",
                "  - {step: accept, role: requested, date: 23.03.2015}\n",
                "  - {step: accept, role: requested, date: 2015-03-23, name: somebody}\n",
                "  - [\n",
                "surname: somebody\n"
            })
    void a_timeline_that_is_not_understood_is_exit_code_2_with_one_sentence(String wrong) throws IOException {
        assertThat(run("procedure", "evaluate", timeline(wrong))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains(", line 1");
    }

    @Test
    void a_timeline_can_come_through_a_pipe() throws IOException {
        InputStream before = System.in;
        System.setIn(Files.newInputStream(Path.of(timeline(""))));
        try {
            assertThat(run("procedure", "evaluate", "-", "--as-of", "2015-09-24"))
                    .isEqualTo(ExitCode.OK);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).contains("Responsible: AT (requesting), since 2015-09-24");
    }

    @ParameterizedTest
    @CsvSource({
        "--as-of,    24.09.2015, such as 2015-09-24",
        "--known-at, 2015-02-29, that month ends with day 28",
        "--as-of,    tomorrow,   such as 2026-07-01"
    })
    void a_day_that_is_none_is_told_what_is_wrong_with_it(String option, String day, String sentence)
            throws IOException {
        assertThat(run("procedure", "evaluate", timeline(""), option, day)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
    }

    @Test
    void a_day_before_everything_is_told_as_such() throws IOException {
        run("procedure", "evaluate", timeline(""), "--as-of", "2015-02-18");
        assertThat(out.toString()).contains("Nothing has happened by then; the first step is of 2015-02-19.");
        out.getBuffer().setLength(0);
        run("procedure", "evaluate", timeline(""), "--as-of", "2015-02-19");
        assertThat(out.toString()).doesNotContain("Nothing has happened");
    }

    @Test
    void another_procedure_that_is_not_there_is_told_the_right_one() throws IOException {
        assertThat(run("procedure", "evaluate", timeline(""), "--also", "dublin3-take-chrge"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean dublin3-take-charge@1?");
    }

    @Test
    void a_procedure_is_shown_by_its_name_and_a_wrong_name_is_told_the_right_one() {
        assertThat(run("procedure", "show", "dublin3-take-back")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Take back under Dublin III (dublin3-take-back@1)");
        assertThat(run("procedure", "show", "dublin-take-back")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean dublin3-take-back@1?");
    }

    @Test
    void a_procedure_is_shown_as_a_template_a_page_and_json() throws IOException {
        assertThat(run("procedure", "show", "dublin3-take-back", "--template")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("procedure: dublin3-take-back@1").contains("  #- {date:");
        assertThat(run("procedure", "show", "dublin3-take-back", "--html")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("<!DOCTYPE html>").contains("</html>");
        out.getBuffer().setLength(0);
        assertThat(run("procedure", "show", "dublin3-take-back", "--json")).isEqualTo(ExitCode.OK);
        assertThat(Json.mapper().readTree(out.toString()).at("/steps/0/name").asText())
                .isEqualTo("earlier-application");
        assertThat(run("procedure", "show", "dublin3-take-back", "--json", "--html"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_definition_with_complaints_is_exit_code_1_and_one_that_is_not_there_2() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "definition: nothing@1\n");
        assertThat(run("procedure", "check", wrong.toString())).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(out.toString()).contains(wrong + ":1: ");
        assertThat(run("procedure", "check", directory.resolve("none.yaml").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void an_audit_without_trust_says_what_to_bring() throws IOException {
        assertThat(run("audit", "verify", "--blocks", directory.toString(), "--trust", directory.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("block0.sha256");
    }

    @Test
    void a_peer_that_is_not_there_is_exit_code_3(@TempDir Path to) {
        assertThat(run(
                        "ledger",
                        "copy",
                        "--peer=127.0.0.1:1",
                        "--channel=asylum",
                        "--authority=EU-SUPERVISOR",
                        "--tls-root=" + directory.resolve("none.pem"),
                        "--certificate=" + directory.resolve("none.pem"),
                        "--key=" + directory.resolve("none.pem"),
                        "--to=" + to))
                .isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void a_demo_refuses_a_directory_that_is_not_a_demos_and_leaves_it_alone() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "kept");

        assertThat(run("demo", "--once", "--data", directory.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("not a demo's").contains("--data DIR");
        assertThat(precious).hasContent("kept");
    }

    @Test
    void a_case_that_the_demo_has_not_is_told_those_that_it_has() {
        assertThat(run("demo", "--once", "--case", "narnia", "--data", directory.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("dublin or germany");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_topology_without_the_authorities_of_a_case_is_told_whom_it_needs() throws IOException {
        Path topology = Files.writeString(directory.resolve("t.yaml"), """
                data: here
                ports: {base: 0}
                authorities:
                  - id: AT-DUBLIN
                    country: AT
                    role: endorsing
                    file-numbers: 'TEST-[0-9]{6}'
                    retention: {period: P10Y, source: a rule, confirmed: false}
                channels: [{name: asylum, members: [AT-DUBLIN], procedures: [dublin3-take-back@1]}]
                """);

        assertThat(run("demo", "--once", "--topology", topology.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("AT-DUBLIN, BG-DUBLIN");
    }

    private String timeline(String appended) throws IOException {
        Path file = directory.resolve("timeline.yaml");
        return Files.writeString(file, Files.readString(Examples.file("c-201-16.yaml")) + appended)
                .toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
