// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario that expects something else fails, whatever it is. */
class ScenarioRunnerTest {

    private static final String RIGHT = """
            definition: dublin3-take-back
            row: [D8, D11]
            source: "computed by hand: a month on a calendar of 2015"
            roles: {requesting: [AT-DUBLIN], requested: [BG-DUBLIN]}
            steps:
              - {step: earlier-application, role: requested, date: 2014-01-10}
              - {step: lodged, date: 2015-03-07}
              - {step: request, date: 2015-05-08, attrs: {basis: other}, id: r1}
              - {step: decide, date: 2015-06-01, irregular: before-acceptance, recorded: 2015-06-05}
              - {step: ask-again, date: 2015-06-02, round: 1}
            expect:
              - as-of: 2015-05-20
                responsible: undetermined
                since: none
                not-due: [send-request]
                due: [{limit: reply, round: 1, end: 2015-06-08, status: open, from: request of 2015-05-08}]
              - as-of: 2015-06-10
                known-at: 2015-06-04
                responsible: requested
                since: 2015-06-09
                limits: {reply: {end: 2015-06-08, earliest: 2015-06-08, latest: 2015-06-08, late: 0}}
                lapsed: {reply: {end: 2015-06-08, since: 2015-06-09, deemed-on: 2015-06-08}}
                no-limit: [re-examination]
                values: {responsible: {value: requested, since: 2015-06-09, rule: 32013R0604 Art 25(2)}}
                worlds: {silence-day=next-day: requested}
                no-remarks: true
                open: [request]
                changes: {reply: [started, lapsed]}
                without-effect: {reply: []}
                ended: no
                unconfirmed: [32013R0604 Art 25(2)]
                refused: [ask-again]
              - as-of: 2015-06-10
                remarks: [{step: decide, kind: unlawful, subject: before-acceptance}]
                no-remarks: true
            """;

    @Test
    void what_was_computed_by_hand_holds() {
        assertThat(differences(RIGHT)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("responsible: requested", "responsible: requesting"),
                Arguments.of("since: 2015-06-09\n    limits", "since: 2015-06-08\n    limits"),
                Arguments.of("not-due: [send-request]", "not-due: [reply]"),
                Arguments.of("end: 2015-06-08, status", "end: 2015-06-09, status"),
                Arguments.of("status: open", "status: missed"),
                Arguments.of("from: request of 2015-05-08", "from: lodged of 2015-03-07"),
                Arguments.of("limit: reply, round: 1", "limit: reply, round: 2"),
                Arguments.of("latest: 2015-06-08", "latest: 2015-06-09"),
                Arguments.of("late: 0", "late: 1"),
                Arguments.of("deemed-on: 2015-06-08", "deemed-on: 2015-06-09"),
                Arguments.of("no-limit: [re-examination]", "no-limit: [reply]"),
                Arguments.of("silence-day=next-day: requested", "silence-day=next-day: requesting"),
                Arguments.of("silence-day=next-day: requested", "silence-day=never: requested"),
                Arguments.of("subject: before-acceptance", "subject: reply"),
                Arguments.of("known-at: 2015-06-04", "known-at: 2015-06-06"),
                Arguments.of("open: [request]", "open: [ask-again]"),
                Arguments.of("open: [request]", "not-open: [request]"),
                Arguments.of("reply: [started, lapsed]", "reply: [started]"),
                Arguments.of("without-effect: {reply: []}", "without-effect: {reply: [extend]}"),
                Arguments.of("value: requested", "value: requesting"),
                Arguments.of("requested, since: 2015-06-09", "requested, since: 2015-06-08"),
                Arguments.of("rule: 32013R0604 Art 25(2)", "rule: 32013R0604 Art 25(1)"),
                Arguments.of("ended: no", "ended: 2015-06-09"),
                Arguments.of("25(2)", "25(7)"),
                Arguments.of("refused: [ask-again]", "refused: [ask-again, decide]"),
                Arguments.of("refused: [ask-again]", "not-lapsed: [reply]"),
                Arguments.of("deemed-on: 2015-06-08", "not-for: [requested]"),
                Arguments.of("no-limit: [re-examination]", "invocable: [reply]"),
                Arguments.of("no-limit: [re-examination]", "undone: [reply]"),
                Arguments.of("no-limit: [re-examination]", "barred: [transferred]"),
                Arguments.of("values: {responsible:", "values: {absconding: yes, responsible:"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void what_differs_is_told(String right, String wrong) {
        assertThat(RIGHT).contains(right);

        assertThat(differences(RIGHT.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void a_word_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> differences(RIGHT.replace("not-due:", "undue:")))
                .hasMessageContaining("'undue'");
        assertThatThrownBy(() -> differences(RIGHT.replace("status: open", "state: open")))
                .hasMessageContaining("'state' is not known");
        assertThatThrownBy(() -> differences(RIGHT.replace("row: [D8, D11]\n", "")))
                .hasMessage("right.yaml: 'row' is missing");
        assertThatThrownBy(() -> differences(RIGHT.replace("recorded: 2015-06-05", "annuls: r2")))
                .hasMessageContaining("no step before has the id");
    }

    private static List<String> differences(String text) {
        var scenario = ScenarioReader.read("right.yaml", text, Scenarios::definition);
        var definition = Scenarios.definition(scenario.definition());
        return scenario.differences(definition, Scenarios.LIBRARY.calendarsOf(definition));
    }
}
