// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import org.caseledger.cli.procedure.timeline.EvaluationJson;
import org.caseledger.cli.procedure.timeline.EvaluationText;
import org.caseledger.cli.procedure.timeline.TimelineEvaluation;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The timelines of published judgments come to what the courts held. */
class JudgmentTimelineTest {
    private static final Library LIBRARY = Library.shipped();

    @Test
    void c_201_16_six_months_pass_and_austria_is_responsible_the_day_after() {
        assertThat(json("c-201-16.yaml", "2015-09-23")
                        .at("/responsible/authority")
                        .asText())
                .isEqualTo("BG");
        JsonNode after = json("c-201-16.yaml", "2015-09-24");
        assertThat(after.at("/responsible/authority").asText()).isEqualTo("AT");
        assertThat(after.at("/responsible/since").asText()).isEqualTo("2015-09-24");
        assertThat(after.at("/responsible/article").asText()).isEqualTo("Art 29(2) Regulation 604/2013");
        assertThat(after.at("/responsible/link").asText()).endsWith("CELEX:32013R0604");
        assertThat(after.at("/lapsed/0/limit").asText()).isEqualTo("transfer");
        assertThat(after.at("/lapsed/0/end").asText()).isEqualTo("2015-09-23");
        assertThat(after.path("refused")).isEmpty();
    }

    @Test
    void c_163_17_silence_accepts_and_the_message_in_time_gives_eighteen_months() {
        JsonNode json = json("c-163-17.yaml", "2015-08-10");
        JsonNode transfer = limit(json, "transfer");
        assertThat(json.at("/responsible/authority").asText()).isEqualTo("IT");
        assertThat(limit(json, "reply").path("end").asText()).isEqualTo("2015-02-09");
        assertThat(transfer.path("end").asText()).isEqualTo("2016-08-09");
        assertThat(transfer.path("latest").asText()).isEqualTo("2016-08-10");
        assertThat(json("c-163-17.yaml", "2016-08-10")
                        .at("/responsible/authority")
                        .asText())
                .isEqualTo("DE");
    }

    @Test
    void c_360_16_the_period_begins_again_and_the_transfer_was_in_time() {
        JsonNode json = json("c-360-16.yaml", "2016-01-01");
        JsonNode transfer = limit(json, "transfer");
        assertThat(transfer.path("end").asText()).isEqualTo("2015-09-12");
        assertThat(transfer.path("status").asText()).isEqualTo("met");
        assertThat(transfer.path("metOn").asText()).isEqualTo("2015-08-03");
        assertThat(json.at("/responsible/authority").asText()).isEqualTo("IT");
    }

    @Test
    void c_670_16_the_request_came_127_days_late_and_germany_is_responsible() {
        JsonNode json = json("c-670-16.yaml", "2016-12-22");
        JsonNode request = limit(json, "send-request");
        assertThat(request.path("end").asText()).isEqualTo("2016-04-14");
        assertThat(request.path("status").asText()).isEqualTo("late");
        assertThat(request.path("daysLate").asInt()).isEqualTo(127);
        assertThat(json.at("/responsible/authority").asText()).isEqualTo("DE");
        assertThat(json.at("/responsible/since").asText()).isEqualTo("2016-04-15");
        assertThat(json.at("/invocable/0/by").asText()).isEqualTo("applicant");
    }

    @Test
    void a_caseworker_reads_who_and_since_when_and_why() {
        String text = EvaluationText.of(evaluate("c-201-16.yaml", "2015-09-24", null));
        assertThat(text)
                .contains("Responsible: AT (requesting), since 2015-09-24, by Art 29(2) Regulation 604/2013")
                .contains("2015-09-23  transfer; its consequence holds since 2015-09-24")
                .contains("6 months from accept of 2015-03-23")
                .contains("Without effect: restart on 2015-07-20");
    }

    @Test
    void what_was_recorded_later_was_not_known() {
        assertThat(EvaluationJson.of(evaluate("c-201-16.yaml", "2015-09-24", "2015-03-09"))
                        .at("/responsible/authority")
                        .asText())
                .as("silence accepts where the answer is not known, and six months pass all the same")
                .isEqualTo("AT");
        assertThat(limit(EvaluationJson.of(evaluate("c-201-16.yaml", "2015-03-24", "2015-03-09")), "reply")
                        .path("status")
                        .asText())
                .isEqualTo("missed");
    }

    private static JsonNode limit(JsonNode json, String name) {
        for (JsonNode limit : json.path("limits")) {
            if (limit.path("limit").asText().equals(name)) {
                return limit;
            }
        }
        throw new AssertionError("no limit " + name);
    }

    private static JsonNode json(String file, String asOf) {
        return EvaluationJson.of(evaluate(file, asOf, null));
    }

    private static TimelineEvaluation evaluate(String file, String asOf, @Nullable String knownAt) {
        Path path = Examples.file(file);
        return TimelineEvaluation.of(
                LIBRARY,
                TimelineReader.read(LIBRARY, path),
                LocalDate.parse(asOf),
                knownAt == null ? null : LocalDate.parse(knownAt));
    }
}
