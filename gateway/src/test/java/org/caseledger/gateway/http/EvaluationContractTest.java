// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.gateway.cases.EvaluationJson;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** What a case's answer tells of an evaluation, held against openapi.yaml. */
class EvaluationContractTest {

    private static final Contract CONTRACT = Contract.shipped();
    private static final ObjectNode SCHEMA =
            (ObjectNode) CONTRACT.resolved(CONTRACT.document().at("/components/schemas/Evaluation"));
    private static final Roles STATES =
            Roles.of(Map.of("requesting", List.of("AT-DUBLIN"), "requested", List.of("BG-DUBLIN")));
    private static final Roles GERMANY = Roles.of(Map.of(
            "forwarding", List.of("DE-BPOL"),
            "reception", List.of("DE-LDS"),
            "federal-office", List.of("DE-BAMF"),
            "immigration", List.of("DE-ABH"),
            "court", List.of("DE-VG")));

    private final List<RecordedStep> steps = new ArrayList<>();

    @Test
    void nothing_that_an_evaluation_says_is_left_out() {
        step("lodged", "requesting", "2015-03-07", Map.of());

        var json = told("dublin3-take-back@1", STATES, "2015-03-08");

        assertThat(json.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Evaluation.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void what_an_unknown_would_change_names_its_entry_and_the_other_end() {
        step("lodged", "requesting", "2015-03-07", Map.of());
        step("request", "requesting", "2015-03-09", Map.of("basis", "eurodac"));
        step("accept", "requested", "2015-03-23", Map.of());
        step("decide", "requesting", "2015-07-02", Map.of());
        step("ruled", "requesting", "2015-07-20", Map.of("final", "yes", "ended-suspension", "unknown"));

        var unknown = told("dublin3-take-back@1", STATES, "2015-09-24").at("/unknowns/0");

        assertThat(unknown.path("entry").asInt()).isEqualTo(5);
        assertThat(unknown.path("attribute").asText()).isEqualTo("ended-suspension");
        assertThat(unknown.path("value").asText()).isEqualTo("yes");
        assertThat(unknown.at("/responsible/authority").asText()).isEqualTo("BG-DUBLIN");
        assertThat(unknown.at("/limits/0/limit").asText()).isEqualTo("transfer");
        assertThat(unknown.at("/limits/0/end").asText()).isEqualTo("2016-01-20");
    }

    @Test
    void a_lapse_that_a_late_record_undid_names_that_record() {
        step("lodged", "requesting", "2015-03-07", Map.of());
        step("request", "requesting", "2015-03-09", Map.of("basis", "eurodac"));
        record("refuse", "requested", "2015-03-20", Map.of(), "2015-06-01");

        var undone = told("dublin3-take-back@1", STATES, "2015-06-02").at("/undone/0");

        assertThat(undone.path("limit").asText()).isEqualTo("reply");
        assertThat(undone.path("end").asText()).isEqualTo("2015-03-23");
        assertThat(undone.path("by").asInt()).isEqualTo(3);
    }

    @Test
    void a_pending_suit_bars_the_removal_and_the_values_say_where_the_case_is() {
        step("asylum-sought", "forwarding", "2022-03-01", Map.of());
        step("application-lodged", "federal-office", "2022-03-14", Map.of("lives-in-facility", "yes"));
        step("hearing-held", "federal-office", "2022-03-21", Map.of());
        step("decided", "federal-office", "2022-03-28", Map.of("result", "rejected"));
        step("served", "federal-office", "2022-03-29", Map.of("manner", "handed-over"));
        step("suit", "court", "2022-04-12", Map.of());

        var json = told("germany-asylum@1", GERMANY, "2022-05-03");

        assertThat(json.at("/barred/0/step").asText()).isEqualTo("removed");
        assertThat(json.at("/barred/0/rule").asText()).isNotEmpty();
        assertThat(json.at("/values/stage/value").asText()).isEqualTo("decided");
        assertThat(json.at("/values/stage/since").asText()).isEqualTo("2022-03-28");
        assertThat(json.at("/values/on-file/since").isNull()).isTrue();
    }

    @Test
    void what_the_applicant_may_invoke_has_its_first_and_its_last_day() {
        step("asylum-sought", "forwarding", "2022-03-01", Map.of());
        step("application-lodged", "federal-office", "2022-03-14", Map.of("lives-in-facility", "yes"));
        step("hearing-held", "federal-office", "2022-03-21", Map.of());
        step("decided", "federal-office", "2022-03-28", Map.of("result", "rejected"));
        step("served", "federal-office", "2022-03-29", Map.of("manner", "handed-over"));

        var invocable = told("germany-asylum@1", GERMANY, "2022-04-01").path("invocable");

        assertThat(invocable).anySatisfy(item -> {
            assertThat(item.path("limit").asText()).isEqualTo("suit-time");
            assertThat(item.path("by").asText()).isEqualTo("applicant");
            assertThat(item.path("since").asText()).isEqualTo("2022-03-29");
            assertThat(item.path("until").asText()).isEqualTo("2022-04-12");
        });
    }

    @Test
    void a_clock_that_stands_still_is_paused_and_not_held() {
        var roles = Roles.of(Map.of("deciding", List.of("IT-MIGRATION"), "mission", List.of("IT-MISSION")));
        step("protection-granted", "deciding", "2023-08-01", Map.of("status", "refugee", "sponsor", "adult"));
        step(
                "lodged",
                "deciding",
                "2023-08-10",
                Map.of("applicant", "sponsor", "member", "spouse-or-partner", "manner", "in-person"));
        step("decided", "deciding", "2023-09-17", Map.of("result", "granted"));
        step("documents-requested", "mission", "2023-09-27", Map.of());

        var due = told("family-reunification@1", roles, "2023-09-28").path("due");

        assertThat(due).anySatisfy(item -> {
            assertThat(item.path("limit").asText()).isEqualTo("visa");
            assertThat(item.path("status").asText()).isEqualTo("paused");
        });
    }

    private void step(String step, String role, String on, Map<String, String> attributes) {
        record(step, role, on, attributes, on);
    }

    private void record(String step, String role, String on, Map<String, String> attributes, String recorded) {
        var command = new CommandId("%032x".formatted(steps.size() + 1));
        steps.add(new RecordedStep(
                StepRecord.of(command, step, role, LocalDate.parse(on), attributes),
                "AT-DUBLIN",
                Instant.parse(recorded + "T12:00:00Z")));
    }

    /** The evaluation as an answer has it; it fits its schema. */
    private ObjectNode told(String definition, Roles roles, String asOf) {
        var library = Library.shipped();
        var read = library.definition(definition);
        var numbers = new HashMap<CommandId, Integer>();
        steps.forEach(step -> numbers.put(step.record().command(), numbers.size() + 1));
        var evaluation = Engine.of(read, library.calendarsOf(read)).evaluate(steps, roles, LocalDate.parse(asOf), null);
        var json = new EvaluationJson(numbers).render(evaluation);
        assertThat(new SchemaCheck(SCHEMA, CONTRACT.vocabulary()).check(json)).isEmpty();
        return json;
    }
}
