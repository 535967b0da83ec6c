// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.procedure.timeline.Timeline;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.RecordedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineReaderTest {
    private static final Library LIBRARY = Library.shipped();
    private static final String HEAD = """
            procedure: dublin3-take-back
            authorities: {requesting: AT, requested: BG-DUBLIN}
            steps:
              - {date: 2015-03-07, step: lodged}
            """;

    @Test
    void a_country_stands_for_an_authority_of_it() {
        Timeline timeline = read(HEAD);
        assertThat(timeline.roles().holders("requesting")).containsExactly("AT-REQUESTING");
        assertThat(timeline.roles().holders("requested")).containsExactly("BG-DUBLIN");
        assertThat(timeline.names()).containsEntry("AT-REQUESTING", "AT");
    }

    @Test
    void a_step_has_its_attributes_beside_it_or_apart() {
        List<Timeline.Step> steps = read(HEAD + """
                  - {date: 2015-03-09, step: request, basis: eurodac}
                  - {date: 2015-03-10, step: request, attributes: {basis: other}, id: second}
                """).steps();
        assertThat(steps.get(1).recorded().record().attributes()).containsEntry("basis", "eurodac");
        assertThat(steps.get(2).recorded().record().attributes()).containsEntry("basis", "other");
        assertThat(steps).extracting(Timeline.Step::id).containsExactly("1", "2", "second");
        assertThat(steps).extracting(Timeline.Step::line).containsExactly(4, 5, 6);
    }

    @Test
    void what_a_step_does_to_another_is_told_by_id_place_or_name() {
        List<Timeline.Step> steps = read(HEAD + """
                  - {date: 2015-07-02, step: decide}
                  - {date: 2015-07-20, step: ruled, annuls: decide, final: "no", ended-suspension: unknown}
                  - {date: 2015-07-21, step: ruled, annuls: 2, final: "no", ended-suspension: unknown, id: x}
                  - {withdraws: x, recorded: 2015-09-01}
                """).steps();
        assertThat(steps.get(2).recorded().record().annuls())
                .isEqualTo(steps.get(1).recorded().record().command());
        assertThat(steps.get(3).recorded().record().annuls())
                .isEqualTo(steps.get(1).recorded().record().command());
        RecordedStep withdrawal = steps.get(4).recorded();
        assertThat(withdrawal.record().withdrawal()).isTrue();
        assertThat(withdrawal.recordedAt()).hasToString("2015-09-01T00:00:00Z");
    }

    @Test
    void a_correction_an_hour_and_a_number_within_the_day_are_read() {
        List<Timeline.Step> steps = read(HEAD + """
                  - {date: 2015-03-08, step: lodged, corrects: lodged, recorded: 2015-04-01, number: 2}
                  - {date: 2015-03-09, step: hit, at: "14:30+01:00"}
                """).steps();
        assertThat(steps.get(1).recorded().record().supersedes())
                .isEqualTo(steps.get(0).recorded().record().command());
        assertThat(steps.get(1).recorded().record().ordinal()).isEqualTo(2);
        assertThat(steps.get(2).recorded().record().occurredAt()).hasToString("2015-03-09T14:30+01:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {date: 2015-03-09, step: requst, basis: eurodac}                   | did you mean request?
            {date: 2015-03-09, step: request, basis: eurodc}                   | did you mean eurodac?
            {date: 2015-03-09, step: request, bass: eurodac}                   | did you mean basis?
            {date: 2015-03-09, step: request}                                  | needs basis: one of eurodac, other
            {date: 09.03.2015, step: hit}                                      | such as 2015-03-09
            {date: 2015-02-30, step: hit}                                      | that month ends with day 28
            {date: 31.02.2016, step: hit}                                      | that month ends with day 29
            {date: 2015-13-30, step: hit}                                      | there is no month 13
            {date: 2015-03-09, step: request, basis: fingers}                  | no value of basis. Known are eurodac, other
            {date: 2015-03-09, step: notified, remedy-within: 2 weeks}         | no value of remedy-within. It is a period
            {date: 1815-06-18, step: hit}                                      | outside the years
            {step: hit}                                                        | 'date' is missing
            {date: 2015-03-09}                                                 | 'step' is missing
            {date: 2015-03-09, step: hit, occurredOn: 2015-03-09}              | call it date
            {date: 2015-03-09, step: hit, role: requested}                     | does not record hit
            {date: 2015-03-09, step: hit, date: 2015-03-10}                    | given twice
            {date: 2015-03-09, step: hit, at: noon}                            | 14:30+01:00
            {date: 2015-03-09, step: hit, at: "2015-03-10T10:00Z"}             | is not on the day
            {date: 2015-03-09, step: hit, number: first}                       | no number from 1 to 1000
            {date: 2015-03-09, step: hit, id: [a]}                             | needs one value
            {date: 2015-03-09, step: hit, id: 1}                               | is another step's
            {date: 2015-03-09, step: hit, contests: nothing}                   | is the id of no step
            {date: 2015-03-09, step: accepted-by-silence}                      | happens when its limit passes
            {date: 2015-03-09, step: hit, name: somebody}                      | 'name' is not known
            {date: 2015-03-09, step: told, reason: absconding, new-end: soon}  | is no date
            {withdraws: lodged, date: 2015-03-10}                              | 'date' is not known where
            nothing but a word                                                 | a step is written as
            """)
    void a_wrong_step_is_named_with_its_line_and_what_would_be_right(String step, String sentence) {
        assertThatThrownBy(() -> read(HEAD + "  - " + step + "\n"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("t.yaml, line 5: ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            procedure: dublin3-take-bak                                              | did you mean dublin3-take-back@1?
            procedure: dublin3-take-back@9                                           | See caseledger procedure list
            procedures: dublin3-take-back                                            | did you mean procedure?
            definition: dublin3-take-back@1                                          | call it procedure
            {procedure: dublin3-take-back, steps: [{date: 2015-03-07, step: lodged}]} | 'authorities' is missing
            {procedure: dublin3-take-back, authorities: {requesting: AT}, steps: []} | has no step
            {procedure: dublin3-take-back, authorities: {requesting: Austria}}       | two capital letters
            {procedure: dublin3-take-back, authorities: {requesting: [AT, DE]}}      | one authority alone
            {procedure: dublin3-take-back, authorities: {asking: AT}}                | among the roles
            {procedure: dublin3-take-back, authorities: {requested: AT}}             | which opens a case
            [a, list]                                                                | a timeline begins with
            procedure: [                                                             | this is not YAML
            """)
    void a_wrong_head_is_named_with_what_would_be_right(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("t.yaml, line ")
                .hasMessageContaining(sentence);
    }

    @Test
    void an_empty_file_is_told_how_to_begin() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("--template");
    }

    @Test
    void a_tab_is_named_as_what_is_wrong() {
        assertThatThrownBy(() -> read("procedure: dublin3-take-back\nauthorities:\n\trequesting: AT\n"))
                .hasMessage("t.yaml, line 3: a tab stands here; indent with spaces.");
    }

    @Test
    void a_second_timeline_wants_a_file_of_its_own() {
        assertThatThrownBy(() -> read(HEAD + "---\n" + HEAD))
                .hasMessage("t.yaml, line 5: a file holds one timeline; put what follows --- into a file of its own.");
    }

    @Test
    void all_problems_of_a_file_are_told_at_once_in_their_order() {
        assertThatThrownBy(() -> read(HEAD + """
                          - {date: 2015-03-09, step: requst, basis: eurodac}
                          - {date: 2015-13-09, step: accept}
                          - {date: 2015-03-23, step: accept, mood: glad}
                        """)).message().satisfies(message -> assertThat(message.lines())
                .hasSize(3)
                .extracting(line -> line.substring(0, 15))
                .containsExactly("t.yaml, line 5:", "t.yaml, line 6:", "t.yaml, line 7:"));
    }

    private static Timeline read(String text) {
        return TimelineReader.read(LIBRARY, "t.yaml", text);
    }
}
