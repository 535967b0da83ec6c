// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracePlayerTest {

    private final TracePlayer player =
            new TracePlayer(DcrProgram.of(Graphs.of(List.of(), List.of(), "a -->* b", "b *--> ü\"x", "b -->% a")));
    private final TraceOutput out = new TraceOutput();

    @Test
    void each_line_gives_what_was_accepted_and_how_the_trace_ends() {
        assertThat(played("[\"b\",\"a\",\"b\"]\n[]\n")).isEqualTo("""
                        {"accepted":[false,true,true],"enabled":["b","ü\\"x"],"pending":["ü\\"x"],\
                        "included":["b","ü\\"x"],"mayEnd":false}
                        {"accepted":[],"enabled":["a","ü\\"x"],"pending":[],"included":["a","b","ü\\"x"],"mayEnd":true}
                        """);
    }

    @Test
    void the_last_line_may_lack_its_end() {
        assertThat(played("[\"a\"]")).startsWith("{\"accepted\":[true],").endsWith("}\n");
    }

    @Test
    void nothing_in_is_nothing_out() {
        assertThat(played("")).isEmpty();
    }

    @Test
    void an_unknown_event_is_refused_and_changes_nothing() {
        assertThat(played("[\"z\",\"a\",\"\",\"aa\"]")).startsWith("{\"accepted\":[false,true,false,false],");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\",\"b\",\"\\u00fc\\\"x\"]",
                "[\"\\u0061\",\"b\",\"ü\\u0022x\"]",
                " [ \"a\" , \"b\"\t,\"ü\\\"x\" ] \r"
            })
    void escapes_and_blanks_are_json(String line) {
        assertThat(played(line)).startsWith("{\"accepted\":[true,true,true],").endsWith("\"mayEnd\":true}\n");
    }

    @Test
    void surrogate_pairs_are_one_character() {
        var other = new TracePlayer(DcrProgram.of(Graphs.of(List.of("😀/\n"), List.of(), "a -->+ 😀/\n")));
        var text = bytes("[\"a\",\"\\ud83d\\uDE00\\/\\n\"]");
        other.play(text, text.length, out);
        assertThat(text(out)).startsWith("{\"accepted\":[true,true],").contains("\"😀/\\n\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~           | the line is empty; write [] for a trace without events",
                "~  ~         | the line is empty; write [] for a trace without events",
                "a            | a trace begins with [, and this line does not",
                "{\"a\":1}    | a trace begins with [, and this line does not",
                "[            | the array is not closed with ]",
                "[\"a\"       | the array is not closed with ]",
                "[\"a\",      | the array is not closed with ]",
                "[\"a         | an event id is not closed with a quotation mark",
                "[\"a\\       | after a backslash stands one of \" \\ / b f n r t u",
                "[\"\\\"      | an event id is not closed with a quotation mark",
                "[\"\\x\"]    | after a backslash stands one of \" \\ / b f n r t u",
                "[\"\\u00g0\"]| after \\u stand four hexadecimal digits",
                "[\"\\ud800\"]| an event id has half of a surrogate pair",
                "[\"\\ud800\\u0061\"]| an event id has half of a surrogate pair",
                "[\"\\udc00\\ud800\"]| an event id has half of a surrogate pair",
                "[1]          | an event id is a text in quotation marks",
                "[,]          | an event id is a text in quotation marks",
                "[\"a\",]     | an event id is a text in quotation marks",
                "[null]       | an event id is a text in quotation marks",
                "[\"a\" \"b\"]| between two event ids stands a comma, and nothing else",
                "[\"a\"] []   | after the array the line goes on",
                "[]]          | after the array the line goes on",
                "[\"a\tb\"]   | an event id has a control character; write it as \\u00XX",
                "[\"\\na\tb\"]| an event id has a control character; write it as \\u00XX"
            })
    void a_line_that_is_no_array_of_texts_is_told_with_its_number(String line, String sentence) {
        assertThatThrownBy(() -> played("[\"a\"]\n[]\n" + line + "\n[]"))
                .isInstanceOfSatisfying(
                        MalformedTraceException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessage(sentence);
        assertThat(text(out).lines()).hasSize(2);
    }

    @Test
    void bytes_that_are_not_utf_8_are_no_event_id() {
        var line = new byte[] {'[', '"', (byte) 0xc3, '"', ']'};
        assertThatThrownBy(() -> player.play(line, line.length, out)).hasMessage("an event id is not UTF-8");
    }

    @Test
    void long_traces_find_room() {
        var line = "[" + "\"a\",".repeat(100_000) + "\"" + "x".repeat(1000) + "\\n\"]";
        assertThat(played(line + "\n" + line).lines()).hasSize(2).allSatisfy(result -> assertThat(result)
                .startsWith("{\"accepted\":[" + "true,".repeat(100_000) + "false],\"enabled\":[\"a\",\"b\","));
    }

    private String played(String lines) {
        var text = bytes(lines);
        var before =
                lines.isEmpty() ? 0 : (int) lines.chars().filter(c -> c == '\n').count();
        var count = player.play(text, text.length, out);
        assertThat(count).isEqualTo(before + (lines.isEmpty() || lines.endsWith("\n") ? 0 : 1));
        return text(out);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(TraceOutput out) {
        var copy = new ByteArrayOutputStream();
        copy.write(out.bytes(), 0, out.length());
        return copy.toString(StandardCharsets.UTF_8);
    }
}
