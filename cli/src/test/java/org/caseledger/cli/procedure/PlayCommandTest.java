// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.Main;
import org.caseledger.cli.Utf8Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayCommandTest {
    private static final String PLAIN = "[\"lodged\",\"decide\",\"nonsense\"]";
    private static final String REQUEST = "[\"lodged\",\"request[basis=other]\"]";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path directory;

    PlayCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void each_trace_is_answered_with_how_it_ends() throws IOException {
        assertThat(play(PLAIN + "\n" + REQUEST + "\n")).isEqualTo(ExitCode.OK);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = Json.mapper().readTree(lines.get(0));
        assertThat(first.path("accepted").toString()).isEqualTo("[true,false,false]");
        assertThat(texts(first.path("pending"))).isSorted();
        assertThat(first.path("mayEnd").isBoolean()).isTrue();
        JsonNode second = Json.mapper().readTree(lines.get(1));
        assertThat(second.path("accepted").toString()).isEqualTo("[true,true]");
        assertThat(texts(second.path("enabled")))
                .contains("accept", "accepted-by-silence")
                .isSorted();
        assertThat(texts(second.path("included")))
                .contains("accept", "decide.gate-1")
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void many_chunks_come_back_in_order_however_many_threads(int threads) throws IOException {
        StringBuilder traces = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            traces.append("[").append("\"lodged\",".repeat(i % 60)).append("\"decide\"]\n");
        }
        assertThat(play(traces.toString(), "--threads", String.valueOf(threads)))
                .isEqualTo(ExitCode.OK);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(6_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).startsWith("{\"accepted\":[" + "true,".repeat(i % 60) + "false],\"enabled\":");
        }
    }

    @Test
    void a_line_longer_than_a_chunk_is_played() throws IOException {
        String trace = "[" + "\"lodged\",".repeat(100_000) + "\"decide\"]";
        assertThat(play(PLAIN + "\n" + trace + "\n" + PLAIN)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("{\"accepted\":[" + "true,".repeat(100_000) + "false]");
    }

    @Test
    void a_bad_line_is_exit_code_2_with_file_and_line_after_all_before_it() throws IOException {
        String good = (REQUEST + "\n").repeat(3_000);
        assertThat(play(good + "[1]\n" + good)).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString().lines()).hasSize(3_000);
        assertThat(err.toString().strip())
                .endsWith("traces.jsonl, line 3001: an event id is a text in quotation marks.")
                .doesNotContain("\n");
    }

    @Test
    void what_is_not_there_is_one_sentence() throws IOException {
        assertThat(run("procedure", "play", "ammr@1", "--traces", "none")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no definition ammr@1. See caseledger procedure list.");
        assertThat(run("procedure", "play", "gdpr-erasure@1", "--traces", "none"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("none cannot be read. Check its name.");
        assertThat(play("", "--threads", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void bytes_pass_to_the_terminal_as_they_are() throws IOException {
        Path file = Files.writeString(directory.resolve("traces.jsonl"), PLAIN);
        Path written = directory.resolve("played.jsonl");
        try (FileOutputStream stream = new FileOutputStream(written.toFile())) {
            int code = Main.run(
                    new Utf8Writer(stream),
                    new PrintWriter(err),
                    "procedure",
                    "play",
                    "dublin3-take-back@1",
                    "--traces",
                    file.toString());
            assertThat(code).isEqualTo(ExitCode.OK);
        }
        play(PLAIN);
        assertThat(written).content().isEqualTo(out.toString());
    }

    private static List<String> texts(JsonNode list) {
        return Json.mapper()
                .convertValue(list, Json.mapper().getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private int play(String traces, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("traces.jsonl"), traces);
        String[] line = new String[options.length + 5];
        System.arraycopy(
                new String[] {"procedure", "play", "dublin3-take-back@1", "--traces", file.toString()}, 0, line, 0, 5);
        System.arraycopy(options, 0, line, 5, options.length);
        return run(line);
    }

    private int run(String... line) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }
}
