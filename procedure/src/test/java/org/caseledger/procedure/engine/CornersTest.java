// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** Corners of limits that random cases led to: rare, but somebody may stand in one. */
class CornersTest {

    private static final Definition DEFINITION = Small.definition("""
            attributes: {objection: [none, late], passed: ["no", "yes"]}
            parameters:
              - parameter: time
                type: period
                values:
                  - {when: {in-force: {until: 2015-03-05}}, value: P1W, source: "3"}
                  - {value: P2W, source: "4"}
            rounds:
              - {round: question, closed-by: [answer, drop]}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: ask, kind: fact, by: owner, opens: question, attrs: {urgent: ["no", "yes"]}, source: "1"}
              - {step: answer, kind: act, by: owner, in: question, source: "1"}
              - {step: drop, kind: act, by: owner, in: question, source: "1"}
              - step: object
                kind: fact
                by: owner
                sets: [{when: {late: reply}, values: {objection: late}}]
                source: "1"
              - {step: seen, kind: fact, by: owner, sets: [{when: {late: early}, values: {passed: "yes"}}], source: "1"}
              - {step: paid, kind: fact, by: owner, source: "1"}
              - {step: moved, kind: fact, by: owner, attrs: {day: date}, source: "1"}
              - {step: told, kind: fact, by: owner, attrs: {day: date}, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: reply
                in: question
                by: owner
                met-by: [answer]
                end: [{when: {ask.urgent: "yes"}, from: ask, within: 48 hours, source: "1"}]
                late: {answer: full}
                lapse: nothing
              - limit: after-reply
                by: owner
                met-by: [over]
                end: [{from: {end-of: reply}, within: 24 hours, source: "1"}]
                late: {over: full}
                lapse: nothing
              - limit: rent
                by: owner
                met-by: [paid]
                end: [{from: begun, within: P1M, source: "1"}]
                late: {paid: full}
                recurs: {until: {from: begun, within: P12M}, source: "1"}
                revise: [{after: moved, by-end: any-time, end: {stated: moved.day}, source: "2"}]
                lapse: {as: rent-unpaid, source: "1"}
              - limit: arrears
                by: owner
                met-by: [over]
                end: [{from: rent-unpaid, within: P2W, source: "1"}]
                late: {over: full}
                lapse: nothing
              - limit: early
                by: owner
                met-by: [over, {step: seen, when: {late: later}}]
                end: [{from: begun, within: P1W, source: "1"}]
                late: {over: full, seen: full}
                lapse: nothing
              - limit: later
                by: owner
                met-by: [over, {step: object, when: {late: later}}]
                end: [{from: begun, within: P2W, source: "1"}]
                late: {over: full, object: full}
                lapse: nothing
              - limit: notice
                by: owner
                met-by: [told]
                end: [{from: begun, within: P1W, source: "1"}]
                late: {told: [sets]}
                lapse: nothing
              - limit: leave
                by: owner
                met-by: [over]
                end: [{stated: told.day, source: "1"}]
                late: {over: full}
                lapse: nothing
              - limit: stay
                by: owner
                met-by: [over]
                end:
                  - {when: paid, stated: told.day, source: "1"}
                  - {from: begun, within: P1M, source: "1"}
                late: {over: full}
                restart: [{after: [seen, paid], source: "2"}]
                lapse: nothing
              - limit: shorter
                by: owner
                met-by: [over]
                end:
                  - earliest-of:
                      - {from: begun, within: {parameter: time}}
                      - {from: seen, within: P10D}
                    source: "1"
                late: {over: full}
                lapse: nothing
            """);

    private static final Definition OF_EACH = DefinitionReader.readYaml("each.yaml", """
            definition: each@1
            semantics: 1
            calendar: reg-1182-71@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {owner: one, peers: many}
            opening: {role: owner, steps: [begun]}
            attributes: {owned: ["no", "yes"]}
            steps:
              - step: begun
                kind: fact
                by: owner
                sets: [{when: {each: owner, is: begun}, values: {owned: "yes"}}]
                source: "1"
              - {step: joined, kind: act, by: peers, each: peers, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: common
                by: peers
                met-by: [over]
                end: [{from: begun, within: P1W, source: "1"}]
                late: {over: full}
                extend: [{after: joined, by-end: any-time, by: P4D, source: "1"}]
                lapse: nothing
            ends: {when: over, source: "1"}
            """);

    private static final Roles PEERS =
            Roles.of(Map.of("owner", List.of("AT-DUBLIN"), "peers", List.of("AT-DUBLIN", "BG-DUBLIN")));

    /** The third of March is a holiday in Bulgaria and not in Austria. */
    @Test
    void a_limit_of_the_case_keeps_its_country_when_a_member_extends_it() {
        var story = Story.of(OF_EACH, PEERS).step("2015-02-20", "begun", "owner");
        story.record(StepRecord.of(story.next(), "joined", "peers", Small.day("2015-02-24"), Map.of()), "BG-DUBLIN");
        assertThat(Small.limit(story.evaluate("2015-02-24"), "common")).containsExactly("2015-03-03 OPEN");
    }

    @Test
    void each_holder_of_a_role_is_asked_also_where_nothing_belongs_to_each_of_them() {
        var story = Story.of(OF_EACH, PEERS).step("2015-02-20", "begun", "owner");
        assertThat(Small.values(story.evaluate("2015-02-20"))).containsEntry("owned", "yes");
    }

    private static Story begun(String day) {
        return Small.begun(DEFINITION, day);
    }

    private static Story at(Story story, String instant, String step, Map<String, String> attributes) {
        var at = OffsetDateTime.parse(instant);
        return story.record(StepRecord.of(story.next(), step, "owner", at.toLocalDate(), attributes)
                .change()
                .occurredAt(at)
                .done());
    }

    private static Story asked(String instant, String urgent) {
        return at(begun("2015-03-01"), instant, "ask", Map.of("urgent", urgent));
    }

    /** What the steps told so far set; a state that was written and read again goes on alike. */
    private static String objection(Story story, String day) {
        var read =
                StateReader.read(story.fold().toJson(), new Program(DEFINITION, Story.LIBRARY.calendarsOf(DEFINITION)));
        story.step(day, "object", "owner");
        var steps = story.steps();
        var next = story.engine().apply(read, story.roles(), steps.get(steps.size() - 1));
        var values = Small.values(story.evaluate(day));
        assertThat(Small.values(story.engine().outlook(((Outcome.Stands) next).next(), story.roles(), Small.day(day))))
                .isEqualTo(values);
        return String.valueOf(values.get("objection"));
    }

    @Test
    void the_first_lapse_is_so_by_date_also_where_a_later_period_was_taken_back_before_it() {
        var story = begun("2015-01-10");
        assertThat(Small.limit(story.evaluate("2015-02-20"), "arrears")).containsExactly("2015-02-24 OPEN");
        story.step("2015-02-20", "moved", "owner", Map.of("day", "2015-02-08"));
        assertThat(Small.limit(story.evaluate("2015-02-20"), "arrears")).containsExactly("2015-02-22 OPEN");
    }

    @Test
    void hours_from_the_end_of_a_limit_run_from_the_hour_of_that_end_also_once_its_round_is_over() {
        var story = asked("2015-03-02T10:00+01:00", "yes").step("2015-03-03", "answer", "owner");
        at(story, "2015-03-04T09:00+01:00", "ask", Map.of("urgent", "no"));
        assertThat(Story.limit(story.evaluate("2015-03-04"), "after-reply").end())
                .isEqualTo(Small.day("2015-03-05"));
        at(story, "2015-03-05T15:00+01:00", "over", Map.of());
        assertThat(Small.flags(story.evaluate("2015-03-05"))).contains("over LATE after-reply");
    }

    @Test
    void from_outside_a_step_is_late_after_the_end_of_the_newest_round_that_has_one() {
        assertThat(objection(asked("2015-03-02T10:00+01:00", "yes"), "2015-03-04"))
                .isEqualTo("none");
        assertThat(objection(asked("2015-03-02T10:00+01:00", "yes"), "2015-03-05"))
                .isEqualTo("late");
        var twice = asked("2015-03-02T10:00+01:00", "yes");
        at(twice, "2015-03-05T10:00+01:00", "ask", Map.of("urgent", "yes"));
        assertThat(objection(twice, "2015-03-06")).isEqualTo("none");
    }

    @Test
    void from_outside_a_round_that_is_over_counts_where_the_newer_one_has_no_end_unless_it_was_closed_unmet() {
        var answered = asked("2015-03-02T10:00+01:00", "yes").step("2015-03-03", "answer", "owner");
        at(answered, "2015-03-04T10:00+01:00", "ask", Map.of("urgent", "no"));
        assertThat(objection(answered, "2015-03-05")).isEqualTo("late");
        var dropped = asked("2015-03-02T10:00+01:00", "yes").step("2015-03-03", "drop", "owner");
        at(dropped, "2015-03-04T10:00+01:00", "ask", Map.of("urgent", "no"));
        assertThat(objection(dropped, "2015-03-05")).isEqualTo("none");
    }

    @Test
    void under_which_guard_a_step_meets_a_limit_is_asked_by_its_day_alone() {
        var story = begun("2015-03-01").step("2015-03-10", "seen", "owner");
        assertThat(Small.values(story.evaluate("2015-03-10"))).containsEntry("passed", "no");
        story.step("2015-03-16", "seen", "owner");
        assertThat(Small.values(story.evaluate("2015-03-16"))).containsEntry("passed", "yes");
        assertThat(Small.limit(story.evaluate("2015-03-16"), "early")).containsExactly("2015-03-08 LATE");
    }

    @Test
    void a_step_may_meet_a_limit_only_once_it_is_late_for_it() {
        var story = begun("2015-03-01").step("2015-03-15", "object", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-15"), "later")).containsExactly("2015-03-15 OPEN");
        story.step("2015-03-16", "object", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-16"), "later")).containsExactly("2015-03-15 LATE");
    }

    @Test
    void a_date_that_a_late_step_states_is_known_though_no_period_is_counted_from_that_step() {
        var story = begun("2015-03-01").step("2015-03-20", "told", "owner", Map.of("day", "2015-05-01"));
        assertThat(Small.limit(story.evaluate("2015-03-20"), "notice")).containsExactly("2015-03-08 LATE");
        assertThat(Small.limit(story.evaluate("2015-03-20"), "leave")).containsExactly("2015-05-01 OPEN");
    }

    @Test
    void a_restart_does_nothing_where_the_end_is_a_date_that_nothing_has_stated() {
        var story = begun("2015-03-01").step("2015-03-05", "seen", "owner").step("2015-03-10", "paid", "owner");
        var evaluation = story.evaluate("2015-03-10");
        assertThat(Small.limit(evaluation, "stay")).containsExactly("2015-04-05 OPEN");
        assertThat(Small.history(evaluation, "stay")).containsExactly("started", "restart", "(restart)");
    }

    @Test
    void of_several_terms_each_asks_what_is_in_force_on_the_day_of_its_own_anchor() {
        var story = begun("2015-03-04").step("2015-03-06", "seen", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-06"), "shorter")).containsExactly("2015-03-11 OPEN");
    }
}
