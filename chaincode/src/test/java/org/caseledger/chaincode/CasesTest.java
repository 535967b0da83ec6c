// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;

import java.util.TreeSet;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;

class CasesTest {

    private final TestLedger ledger = TestCase.ready();

    @Test
    void a_case_is_opened_with_its_first_step_and_reads_and_writes_only_its_own_keys() {
        var testCase = TestCase.unopened(ledger);
        var result = ledger.execute(AT, "cases:open", testCase::opening);

        assertThat(result.succeeded()).as(result.response().getMessage()).isTrue();
        var command = testCase.header().get("last").asText();
        assertThat(result.writes())
                .containsOnlyKeys("case/" + testCase.id, "step/" + testCase.id + "/" + command, "command/" + command);
        assertThat(result.reads())
                .containsExactly(
                        "calendar/test-days@1",
                        "case/" + testCase.id,
                        "command/" + command,
                        "participants",
                        "procedure/test-transfer@1");
        assertThat(result.event())
                .asString()
                .isEqualTo("{\"entries\":[{\"command\":\"" + command + "\",\"file\":\"case/" + testCase.id
                        + "\",\"kind\":\"step\"}],\"v\":1}");
    }

    @Test
    void a_step_in_order_reads_the_header_once_and_no_entry() {
        var testCase = TestCase.opened(ledger);
        var step = testCase.step("accept", "requested", "2026-01-20");
        var result = ledger.execute(BG, "cases:record", testCase.list(step));

        assertThat(result.succeeded()).as(result.response().getMessage()).isTrue();
        assertThat(result.reads()).noneMatch(key -> key.startsWith("step/"));
        assertThat(result.reads()).contains("case/" + testCase.id);
        assertThat(testCase.header().get("count").asInt()).isEqualTo(2);
    }

    @Test
    void cases_never_touch_each_others_keys() {
        var one = TestCase.opened(ledger);
        var other = TestCase.opened(ledger);
        var result = ledger.execute(BG, "cases:record", one.list(one.step("accept", "requested", "2026-01-20")));

        assertThat(result.reads()).noneMatch(key -> key.contains(other.id));
        assertThat(result.writes().keySet()).noneMatch(key -> key.contains(other.id));
        var shared = new TreeSet<>(result.writes().keySet());
        shared.removeIf(key -> key.contains(one.id) || key.startsWith("command/"));
        assertThat(shared).isEmpty();
    }

    @Test
    void a_list_records_one_step_in_each_of_many_cases_and_announces_all() {
        var one = TestCase.opened(ledger);
        var other = TestCase.opened(ledger);
        var result = ledger.execute(BG, "cases:record", argument -> {
            var steps = argument.putArray("steps");
            for (var testCase : new TestCase[] {one, other}) {
                steps.addObject()
                        .put("case", testCase.id)
                        .set("step", testCase.step("accept", "requested", "2026-01-20"));
            }
        });

        assertThat(result.succeeded()).as(result.response().getMessage()).isTrue();
        assertThat(result.event()).isNotNull();
        assertThat(CanonicalJson.read(result.event()).get("entries")).hasSize(2);
        assertThat(one.header().get("count").asInt()).isEqualTo(2);
        assertThat(other.header().get("count").asInt()).isEqualTo(2);
    }

    @Test
    void one_refused_step_of_a_list_records_none_and_says_which() {
        var one = TestCase.opened(ledger);
        var other = TestCase.opened(ledger);
        var message = ledger.refuse(BG, "cases:record", argument -> {
            var steps = argument.putArray("steps");
            steps.addObject().put("case", one.id).set("step", one.step("accept", "requested", "2026-01-20"));
            steps.addObject().put("case", other.id).set("step", other.step("decide", "requesting", "2026-01-20"));
        });

        assertThat(message).isEqualTo("REFUSED ROLE_NOT_HELD {\"item\":1}");
        assertThat(one.header().get("count").asInt()).isEqualTo(1);
    }

    @Test
    void another_state_cannot_record_a_step_that_is_not_its_own() {
        var testCase = TestCase.accepted(ledger);

        assertThat(testCase.refusedRecord(BG, testCase.step("decide", "requested", "2026-01-21")))
                .startsWith("REFUSED ROLE_DOES_NOT_OWN_STEP");
        assertThat(testCase.refusedRecord(BG, testCase.step("decide", "requesting", "2026-01-21")))
                .startsWith("REFUSED ROLE_NOT_HELD");
        assertThat(testCase.refusedRecord(DE, testCase.step("decide", "requesting", "2026-01-21")))
                .startsWith("REFUSED ROLE_NOT_HELD");
    }

    @Test
    void a_step_that_the_law_forbade_is_recorded_with_its_irregularity() {
        var testCase = TestCase.opened(ledger);
        var step = testCase.step("decide", "requesting", "2026-01-10");

        assertThat(testCase.refusedRecord(AT, step))
                .isEqualTo("REFUSED IRREGULARITY_NEEDED {\"item\":0,\"subject\":\"before-acceptance\"}");
        testCase.record(AT, step.put("irregularity", "before-acceptance"));
        assertThat(testCase.header().get("count").asInt()).isEqualTo(2);
    }

    @Test
    void a_late_record_rereads_the_case_and_takes_its_place() {
        var late = TestCase.accepted(ledger);
        late.record(AT, "transferred", "requesting", "2026-02-10");
        var step = late.step("decide", "requesting", "2026-01-25");
        var result = ledger.execute(AT, "cases:record", late.list(step));

        assertThat(result.succeeded()).as(result.response().getMessage()).isTrue();
        assertThat(result.reads().stream().filter(key -> key.startsWith("step/")))
                .hasSize(3);
        var inOrder = TestCase.accepted(ledger);
        inOrder.record(AT, "decide", "requesting", "2026-01-25");
        inOrder.record(AT, "transferred", "requesting", "2026-02-10");
        assertThat(late.header().get("count")).isEqualTo(inOrder.header().get("count"));
        assertThat(withoutCommands(late)).isEqualTo(withoutCommands(inOrder));
    }

    @Test
    void a_correction_supersedes_the_record_and_changes_the_marking() {
        var testCase = TestCase.opened(ledger);
        var wrong = testCase.record(BG, testCase.step("accept", "requested", "2026-01-20"));
        var before = testCase.header().get("state");
        var right = testCase.step("accept", "requested", "2026-01-21")
                .put("supersedes", wrong)
                .put("reason", "wrong-date");
        ledger.submit(BG, "cases:correct", testCase.one(right));

        assertThat(testCase.header().get("state")).isNotEqualTo(before);
        var straight = TestCase.opened(ledger);
        straight.record(BG, "accept", "requested", "2026-01-21");
        assertThat(withoutCommands(testCase)).isEqualTo(withoutCommands(straight));
        var history = ledger.submit(DE, "cases:history", testCase.itself());
        assertThat(history.get("entries"))
                .extracting(entry -> entry.get("kind").asText())
                .containsExactly("step", "step", "correction");
        assertThat(history.get("header")).isEqualTo(testCase.header());
    }

    @Test
    void a_party_is_bound_by_the_opener_and_may_then_act() {
        var testCase = TestCase.opened(ledger);
        ledger.submit(AT, "cases:addParty", testCase.command(argument -> argument.put("role", "observing")
                .put("authority", DE)));

        assertThat(testCase.header().at("/roles/observing/0").asText()).isEqualTo(DE);
    }

    @Test
    void a_lapse_is_written_down_and_a_case_sealed_once_it_has_ended() {
        var testCase = TestCase.accepted(ledger.at("2026-07-21T08:00:00Z"));
        ledger.submit(BG, "cases:lapse", testCase.command(argument -> argument.put("limit", "transfer")
                .put("round", 1)
                .put("end", "2026-07-20")));
        ledger.submit(AT, "cases:seal", testCase.command(argument -> {}));

        assertThat(testCase.header().get("sealed").asBoolean()).isTrue();
        assertThat(ledger.submit(DE, "cases:read", testCase.itself())).isEqualTo(testCase.header());
    }

    @Test
    void a_case_adopts_a_later_version_of_its_definition() {
        var testCase = TestCase.accepted(ledger);
        TestCase.activate(ledger, "procedures", TestCase.definition(2));
        ledger.submit(AT, "cases:adopt", testCase.command(argument -> argument.put("definition", "test-transfer@2")));

        assertThat(testCase.header().at("/definition/id").asText()).isEqualTo("test-transfer@2");
        testCase.record(AT, "transferred", "requesting", "2026-02-10");
    }

    @Test
    void the_day_is_that_of_the_acting_state() {
        var testCase = TestCase.opened(ledger.at("2026-03-01T22:30:00Z"));

        assertThat(testCase.refusedRecord(AT, testCase.step("absence", "requesting", "2026-03-02")))
                .isEqualTo("REFUSED DATE_IN_THE_FUTURE {\"date\":\"2026-03-01\",\"item\":0}");
        testCase.record(BG, "accept", "requested", "2026-03-02");
    }

    private static String withoutCommands(TestCase testCase) {
        return testCase.header().at("/state/worlds").toString().replaceAll("[0-9a-f]{32}", "command");
    }
}
