// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.caseledger.cli.procedure.timeline.EvaluationJson;
import org.caseledger.cli.procedure.timeline.EvaluationText;
import org.caseledger.cli.procedure.timeline.TimelineEvaluation;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;

/** Timelines tell what happened, also what should not have. */
class AdmissionTest {
    private static final Library LIBRARY = Library.shipped();
    private static final String HEAD = """
            procedure: dublin3-take-back
            authorities: {requesting: AT, requested: BG}
            steps:
            """;

    @Test
    void the_order_of_the_file_does_not_matter() {
        JsonNode json = EvaluationJson.of(evaluate("""
                  - {date: 2015-03-23, step: accept}
                  - {date: 2015-03-09, step: request, basis: eurodac}
                  - {date: 2015-03-07, step: lodged}
                  - {date: 2015-03-23, step: decide}
                """));
        assertThat(json.path("refused")).isEmpty();
        assertThat(json.path("remarks"))
                .as("decided after the acceptance of that day")
                .isEmpty();
        assertThat(json.at("/responsible/authority").asText()).isEqualTo("BG");
    }

    @Test
    void an_unlawful_step_is_told_as_unlawful_with_its_rule() {
        JsonNode json = EvaluationJson.of(evaluate("""
                  - {date: 2015-03-07, step: lodged}
                  - {date: 2015-03-09, step: request, basis: eurodac}
                  - {date: 2015-03-12, step: decide}
                """));
        assertThat(json.path("refused")).isEmpty();
        assertThat(json.at("/remarks/0/flag/kind").asText()).isEqualTo("unlawful");
        assertThat(json.at("/remarks/0/command").asText()).isEqualTo("3");
        assertThat(json.at("/remarks/0/because").asText())
                .contains("before-acceptance")
                .contains("it needs that accept")
                .contains("Art 26(1)");
    }

    @Test
    void a_step_that_the_ledger_would_refuse_changes_nothing_and_is_told_with_its_rule() {
        TimelineEvaluation result = evaluate("""
                  - {date: 2015-03-07, step: lodged}
                  - {date: 2015-03-09, step: request, basis: eurodac}
                  - {date: 2015-03-12, step: ask-again, id: too-early}
                """);
        assertThat(result.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.id()).isEqualTo("too-early");
            assertThat(refused.line()).isEqualTo(6);
            assertThat(refused.because())
                    .contains("needs that refuse has happened")
                    .contains("Art 5(2) Regulation 1560/2003");
        });
        assertThat(EvaluationText.of(result))
                .contains("Steps that a ledger would refuse")
                .contains("line 6");
    }

    private static TimelineEvaluation evaluate(String steps) {
        return TimelineEvaluation.of(
                LIBRARY,
                TimelineReader.read(LIBRARY, "t.yaml", HEAD + steps.indent(2)),
                LocalDate.of(2015, 3, 24),
                null);
    }
}
