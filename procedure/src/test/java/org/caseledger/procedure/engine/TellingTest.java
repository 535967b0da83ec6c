// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** What an evaluation tells beside limits and steps: what was undone, barred, invocable, unknown. */
class TellingTest {

    static final Definition DEFINITION = Small.definition("""
            attributes: {responsible: [undetermined, owner, third], spoilt: ["no", "yes"]}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - step: heard
                kind: fact
                by: owner
                attrs: {near: ["yes", "no", unknown]}
                sets: [{when: {near: "yes"}, values: {responsible: owner}}]
                source: "1"
              - {step: replied, kind: act, by: owner, sets: [{when: {late: reply}, values: {spoilt: "yes"}}], source: "1"}
              - {step: complained, kind: fact, by: applicant, recorded-by: owner, source: "1"}
              - {step: locked, kind: fact, by: owner, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            bars:
              - {step: replied, while: locked, else: {irregular: while-locked, effects: full}, source: "9"}
            limits:
              - limit: reply
                by: owner
                met-by: [replied]
                end:
                  - {when: {heard.near: "no"}, from: begun, within: P1W, source: "2"}
                  - {from: begun, within: P2W, source: "2"}
                late: {replied: full}
                invocable: {by: applicant, until: {from: {end-of: reply}, within: P1M}, source: "3"}
                lapse:
                  sets: {responsible: third}
                  not-for: [{role: owner, when: {case.spoilt: "yes"}, source: "5"}]
                  source: "4"
              - limit: complaint
                by: applicant
                country-of: owner
                met-by: [complained]
                end: [{from: begun, within: P3W, source: "6"}]
                late: {complained: full}
                lapse: nothing
            """);

    private static Story begun() {
        return Small.begun(DEFINITION, "2015-03-02");
    }

    private static RecordedStep recorded(int number, String day, String step, Map<String, String> attrs, String at) {
        var record = StepRecord.of(Story.command(number), step, "owner", Small.day(day), attrs);
        return new RecordedStep(record, "AT-DUBLIN", Instant.parse(at + "T09:00:00Z"));
    }

    private static Evaluation evaluate(List<RecordedStep> steps, String asOf) {
        return Story.engineOf(DEFINITION).evaluate(steps, Small.ROLES, Small.day(asOf), null);
    }

    private static final RecordedStep BEGUN = recorded(1, "2015-03-02", "begun", Map.of(), "2015-03-02");

    @Test
    void a_late_record_undoes_a_lapse_that_stood_when_it_arrived() {
        var late = recorded(2, "2015-03-10", "replied", Map.of(), "2015-03-20");
        var evaluation = evaluate(List.of(late, BEGUN), "2015-04-01");
        assertThat(evaluation.undone())
                .containsExactly(new Evaluation.Undone(
                        "reply",
                        1,
                        Small.day("2015-03-16"),
                        Small.day("2015-03-17"),
                        late.record().command()));
        assertThat(evaluation.lapsed()).extracting(Evaluation.Lapsed::limit).doesNotContain("reply");
        assertThat(evaluate(List.of(late, BEGUN), "2015-03-16").undone()).isEmpty();
    }

    @Test
    void a_record_that_arrived_before_the_lapse_stood_undid_nothing() {
        var inTime = recorded(2, "2015-03-10", "replied", Map.of(), "2015-03-16");
        assertThat(evaluate(List.of(BEGUN, inTime), "2015-04-01").undone()).isEmpty();
        var other = recorded(3, "2015-03-09", "complained", Map.of(), "2015-03-20");
        assertThat(evaluate(List.of(BEGUN, inTime, other), "2015-04-01").undone())
                .isEmpty();
    }

    @Test
    void a_lapse_that_stands_again_is_not_told_as_undone() {
        var late = recorded(2, "2015-03-10", "replied", Map.of(), "2015-03-20");
        var withdrawal = StepRecord.of(Story.command(3), "replied", "owner", Small.day("2015-03-10"), Map.of())
                .change()
                .corrects(late.record().command(), "clerical-error")
                .withdrawal(true)
                .done();
        var back = new RecordedStep(withdrawal, "AT-DUBLIN", Instant.parse("2015-03-25T09:00:00Z"));
        var evaluation = evaluate(List.of(BEGUN, late, back), "2015-04-01");
        assertThat(evaluation.undone()).isEmpty();
        assertThat(evaluation.lapsed()).extracting(Evaluation.Lapsed::limit).contains("reply");
    }

    @Test
    void of_several_records_of_one_day_the_one_that_undid_it_is_named() {
        var heard = recorded(2, "2015-03-05", "heard", Map.of("near", "yes"), "2015-03-20");
        var replied = recorded(3, "2015-03-10", "replied", Map.of(), "2015-03-20");
        assertThat(evaluate(List.of(BEGUN, heard, replied), "2015-04-01").undone())
                .extracting(Evaluation.Undone::by)
                .containsExactly(replied.record().command());
    }

    @Test
    void what_an_unknown_would_change_is_told_where_it_differs() {
        var story = begun().step("2015-03-03", "heard", "owner", Map.of("near", "unknown"));
        var unknowns = story.evaluate("2015-03-05").unknowns();
        assertThat(unknowns).hasSize(2);
        assertThat(unknowns.get(0).value()).isEqualTo("yes");
        assertThat(unknowns.get(0).responsible()).isNotNull();
        assertThat(unknowns.get(0).limits()).isEmpty();
        assertThat(unknowns.get(1))
                .isEqualTo(new Evaluation.Unknown(
                        story.commandOf("heard"),
                        "heard",
                        "near",
                        "no",
                        null,
                        List.of(new Evaluation.OtherEnd("reply", 1, Small.day("2015-03-09")))));
        assertThat(begun().step("2015-03-03", "heard", "owner", Map.of("near", "yes"))
                        .evaluate("2015-03-05")
                        .unknowns())
                .isEmpty();
    }

    @Test
    void who_may_rely_on_what_and_until_when_is_told() {
        assertThat(begun().evaluate("2015-03-05").invocable())
                .containsExactly(new Evaluation.Invocable(
                        "complaint",
                        1,
                        "applicant",
                        Small.day("2015-03-02"),
                        Small.day("2015-03-23"),
                        "32013R0604 Art 6"));
        assertThat(begun().evaluate("2015-04-16").invocable())
                .containsExactly(new Evaluation.Invocable(
                        "reply", 1, "applicant", Small.day("2015-03-17"), Small.day("2015-04-16"), "32013R0604 Art 3"));
        assertThat(begun().evaluate("2015-04-17").invocable()).isEmpty();
    }

    @Test
    void who_came_late_may_not_rely_on_the_lapse() {
        var story = begun();
        assertThat(story.evaluate("2015-03-20").lapsed().get(0).notFor()).isEmpty();
        story.step("2015-03-20", "replied", "owner");
        assertThat(story.evaluate("2015-03-20").lapsed().get(0).notFor()).containsExactly("owner");
    }

    @Test
    void who_may_not_rely_on_a_lapse_is_not_told_as_who_may() {
        var definition = Small.definition("""
                attributes: {responsible: [undetermined, owner, third], spoilt: ["no", "yes"]}
                steps:
                  - {step: begun, kind: fact, by: owner, source: "1"}
                  - {step: spoilt, kind: fact, by: owner, sets: [{values: {spoilt: "yes"}}], source: "1"}
                  - {step: replied, kind: act, by: owner, source: "1"}
                  - {step: over, kind: fact, by: owner, source: "1"}
                limits:
                  - limit: reply
                    by: owner
                    met-by: [replied]
                    end: [{from: begun, within: P2W, source: "2"}]
                    late: {replied: full}
                    invocable: {by: owner, source: "3"}
                    lapse:
                      sets: {responsible: third}
                      not-for: [{role: owner, when: {case.spoilt: "yes"}, source: "5"}]
                      source: "4"
                """);
        var story = Small.begun(definition, "2015-03-02");
        assertThat(story.evaluate("2015-03-20").invocable())
                .extracting(Evaluation.Invocable::by)
                .containsExactly("owner");
        story.step("2015-03-20", "spoilt", "owner");
        assertThat(story.evaluate("2015-03-20").invocable()).isEmpty();
    }

    @Test
    void a_bar_is_told_with_the_limits_whose_clock_runs_on() {
        assertThat(begun().evaluate("2015-03-05").barred()).isEmpty();
        var story = begun().step("2015-03-05", "locked", "owner");
        assertThat(story.evaluate("2015-03-05").barred())
                .containsExactly(new Evaluation.Barred("replied", "32013R0604 Art 9", List.of("reply")));
        assertThat(story.evaluate("2015-03-17").barred())
                .containsExactly(new Evaluation.Barred("replied", "32013R0604 Art 9", List.of()));
    }

    @Test
    void every_case_value_is_told_with_its_rule() {
        var values = begun().evaluate("2015-03-17").values();
        assertThat(values.get("responsible"))
                .isEqualTo(new Evaluation.Value("third", Small.day("2015-03-17"), "32013R0604 Art 4"));
        assertThat(values.get("spoilt")).isEqualTo(new Evaluation.Value("no", null, null));
    }

    @Test
    void two_versions_are_compared_over_the_same_record() {
        var steps = new ArrayList<>(begun().steps());
        var before = Story.engineOf(DEFINITION);
        var compared =
                Engine.compare(before, Story.engineOf(Story.TAKE_BACK), steps, Small.ROLES, Small.day("2015-04-01"));
        assertThat(compared.before()).isEqualTo(before.evaluate(steps, Small.ROLES, Small.day("2015-04-01"), null));
        assertThat(compared.after().definition().id()).isEqualTo("dublin3-take-back@1");
        assertThat(compared.after().remarks())
                .extracting(remark -> remark.flag().kind())
                .containsExactly(Outcome.Flag.Kind.WITHOUT_GROUND);
        assertThat(compared.agree()).isFalse();
        assertThat(Engine.compare(before, before, steps, Small.ROLES, Small.day("2015-04-01"))
                        .agree())
                .isTrue();
    }
}
