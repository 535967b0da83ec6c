// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** Limits that pause, recur, are delayed, or count hours and working days. */
class ClocksTest {

    static final Definition PAUSING = Small.definition("""
            attributes: {absent: ["no", "yes"]}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: away, kind: fact, by: owner, sets: [{values: {absent: "yes"}}], source: "1"}
              - {step: back, kind: fact, by: owner, sets: [{values: {absent: "no"}}], source: "1"}
              - {step: again, kind: fact, by: owner, source: "1"}
              - {step: done, kind: act, by: owner, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: finish
                by: owner
                met-by: [done]
                end: [{from: {first-listed-of: [again, begun]}, within: P30D, source: "1"}]
                late: {done: none}
                pause: {while: {case.absent: "yes"}, source: "2"}
                extend: [{after: over, by-end: any-time, by: P10D, source: "3"}]
                lapse: {as: unfinished, source: "4"}
            """);

    private static Story paused() {
        return Small.begun(PAUSING, "2015-03-01").step("2015-03-11", "away", "owner");
    }

    @Test
    void the_days_that_remain_go_on_after_a_pause() {
        assertThat(Small.limit(paused().evaluate("2015-06-01"), "finish")).containsExactly("2015-03-31 PAUSED");
        var story = paused().step("2015-04-20", "back", "owner");
        assertThat(Small.limit(story.evaluate("2015-04-20"), "finish")).containsExactly("2015-05-10 OPEN");
        assertThat(Small.history(story.evaluate("2015-05-11"), "finish"))
                .containsExactly("started", "paused", "resumed", "lapsed");
        assertThat(Story.limit(story.evaluate("2015-05-10"), "finish").because())
                .contains("pauses gave 40 days");
    }

    @Test
    void no_step_is_late_during_a_pause_and_two_pauses_add_up() {
        var late = paused().step("2015-05-01", "done", "owner");
        assertThat(late.evaluate("2015-05-01").remarks()).isEmpty();
        var twice = paused().step("2015-03-16", "back", "owner")
                .step("2015-03-20", "away", "owner")
                .step("2015-03-21", "back", "owner");
        assertThat(Small.limit(twice.evaluate("2015-03-21"), "finish")).containsExactly("2015-04-06 OPEN");
        twice.step("2015-03-22", "again", "owner");
        assertThat(Small.limit(twice.evaluate("2015-03-22"), "finish")).containsExactly("2015-04-27 OPEN");
        twice.step("2015-03-23", "over", "owner");
        assertThat(Small.limit(twice.evaluate("2015-03-23"), "finish")).containsExactly("2015-05-07 OPEN");
        assertThat(twice.engine().outlook(twice.fold(), Small.ROLES, Small.day("2015-05-08")))
                .satisfies(outlook -> assertThat(Small.limit(outlook, "finish")).containsExactly("2015-05-07 MISSED"));
    }

    static final Definition RECURRING = Small.definition("""
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: reviewed, kind: act, by: owner, source: "1"}
              - {step: released, kind: fact, by: owner, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: review
                by: owner
                met-by: [reviewed]
                end: [{from: begun, within: P4M, source: "1"}]
                late: {reviewed: full}
                recurs: {until: {from: begun, within: P15M}, source: "2"}
                release: [{after: released, source: "3"}]
                lapse: {as: unreviewed, source: "4"}
            """);

    @Test
    void a_recurring_limit_begins_again_when_met_and_when_passed_up_to_its_bound() {
        var story = Small.begun(RECURRING, "2015-01-10").step("2015-03-01", "reviewed", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-01"), "review")).containsExactly("2015-07-01 OPEN");
        assertThat(Small.limit(story.evaluate("2015-07-02"), "review")).containsExactly("2015-11-01 OPEN");
        assertThat(Small.limit(story.evaluate("2015-11-02"), "review")).containsExactly("2016-03-01 OPEN");
        assertThat(Small.limit(story.evaluate("2016-03-02"), "review")).containsExactly("2016-04-10 OPEN");
        var over = story.evaluate("2016-12-31");
        assertThat(Small.limit(over, "review")).containsExactly("2016-04-10 MISSED");
        assertThat(over.lapsed()).extracting(Evaluation.Lapsed::since).containsExactly(Small.day("2016-04-11"));
        assertThat(Small.history(over, "review"))
                .containsExactly(
                        "started", "started", "lapsed", "started", "lapsed", "started", "lapsed", "started", "lapsed");
        var folded = story.engine().outlook(story.fold(), Small.ROLES, Small.day("2015-12-01"));
        assertThat(folded.lapsed()).isEqualTo(story.evaluate("2015-12-01").lapsed());
        assertThat(folded.lapsed()).extracting(Evaluation.Lapsed::end).containsExactly(Small.day("2015-11-01"));
    }

    @Test
    void what_is_met_on_the_last_day_or_released_does_not_begin_again() {
        var story = Small.begun(RECURRING, "2015-01-10").step("2016-04-10", "reviewed", "owner");
        assertThat(Small.limit(story.evaluate("2016-12-31"), "review")).containsExactly("2016-04-10 MET");
        var released = Small.begun(RECURRING, "2015-01-10").step("2015-02-01", "released", "owner");
        assertThat(Small.limit(released.evaluate("2016-12-31"), "review")).containsExactly("2015-05-10 RELEASED");
    }

    static final Definition COUNTING = Small.definition("""
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: asked, kind: fact, by: owner, attrs: {for: {type: period, optional: true}, to: {type: date, optional: true}}, source: "1"}
              - {step: answered, kind: act, by: owner, source: "1"}
              - {step: heard, kind: act, by: owner, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: hours
                by: owner
                met-by: [answered]
                end: [{from: asked, within: 72 hours, source: "1"}]
                late: {answered: full}
                lapse: nothing
              - limit: working
                by: owner
                calendar: reg-1182-71@1
                met-by: [answered]
                end: [{from: asked, within: 10 working-days, source: "2"}]
                late: {answered: full}
                lapse: nothing
              - limit: named
                by: owner
                met-by: [answered]
                end: [{earliest-of: [{from: asked, within: {stated: asked.for}}, {from: asked, within: P6M}], source: "3"}]
                late: {answered: full}
                lapse: nothing
              - limit: hearing
                by: owner
                met-by: [heard]
                end: [{from: {end-of: named}, within: P1M2W, source: "4"}]
                late: {heard: full}
                extend: [{after: answered, by-end: any-time, by: {delay: named}, source: "5"}]
                lapse: nothing
            """);

    private static Story asked(Map<String, String> attributes) {
        return Small.begun(COUNTING, "2015-03-26").step("2015-03-27", "asked", "owner", attributes);
    }

    private static StepRecord at(Story story, String instant, String step) {
        var at = OffsetDateTime.parse(instant);
        return StepRecord.of(story.next(), step, "owner", at.toLocalDate(), Map.of())
                .change()
                .occurredAt(at)
                .done();
    }

    @Test
    void hours_run_from_an_instant_to_an_instant_though_the_clock_changes() {
        var story = Small.begun(COUNTING, "2015-03-26");
        story.record(at(story, "2015-03-27T10:30:00+01:00", "asked"));
        assertThat(Story.limit(story.evaluate("2015-03-30"), "hours").because())
                .isEqualTo("72 hours from asked of 2015-03-27T10:30+01:00, until 2015-03-30T11:30+02:00");
        var early = Story.of(COUNTING, Small.ROLES);
        story.steps().forEach(step -> early.record(step.record()));
        early.record(at(early, "2015-03-30T11:30:00+02:00", "answered"));
        assertThat(early.evaluate("2015-03-30").remarks()).isEmpty();
        story.record(at(story, "2015-03-30T11:30:01+02:00", "answered"));
        assertThat(Small.flags(story.evaluate("2015-03-30"))).containsExactly("answered LATE hours");
        assertThat(Small.limit(story.evaluate("2015-04-01"), "hours")).containsExactly("2015-03-30 MET");
    }

    @Test
    void without_an_instant_hours_are_counted_as_days_and_it_is_said() {
        var due = Story.limit(asked(Map.of()).evaluate("2015-03-27"), "hours");
        assertThat(due.end()).isEqualTo("2015-03-30");
        assertThat(due.because()).contains("its hours are counted as days");
    }

    @Test
    void working_days_skip_weekends_and_holidays() {
        // Good Friday is none in Austria; Easter Monday 2015-04-06 is one
        assertThat(Small.limit(asked(Map.of()).evaluate("2015-03-27"), "working"))
                .containsExactly("2015-04-13 OPEN");
    }

    @Test
    void a_party_names_a_period_and_it_has_a_bound() {
        assertThat(Small.limit(asked(Map.of("for", "P2M")).evaluate("2015-03-27"), "named"))
                .containsExactly("2015-05-27 OPEN");
        assertThat(Small.limit(asked(Map.of("for", "P8M")).evaluate("2015-03-27"), "named"))
                .containsExactly("2015-09-27 OPEN");
        assertThat(Small.limit(asked(Map.of()).evaluate("2015-03-27"), "named")).containsExactly("2015-09-27 OPEN");
    }

    @Test
    void a_limit_runs_from_the_end_of_another_and_the_lateness_of_a_step_extends_it() {
        var story = asked(Map.of("for", "P2M"));
        assertThat(Small.limit(story.evaluate("2015-03-27"), "hearing")).containsExactly("2015-07-11 OPEN");
        story.step("2015-06-06", "answered", "owner");
        assertThat(Small.limit(story.evaluate("2015-06-06"), "hearing")).containsExactly("2015-07-21 OPEN");
        var inTime = asked(Map.of("for", "P2M")).step("2015-05-01", "answered", "owner");
        assertThat(Small.history(inTime.evaluate("2015-05-01"), "hearing")).containsExactly("started", "(extend)");
    }
}
