// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CommandId;
import org.junit.jupiter.api.Test;

/** Points of the page that its two interpreters first read differently. */
class ClosePointsTest {

    private static final Definition DEFINITION = Small.definition("""
            attributes: {mood: [none, glad, sad], passed: ["no", "yes"], runs: ["no", "yes"]}
            rounds:
              - {round: question, closed-by: answer}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: shrugged, kind: fact, by: owner, sets: [{values: {mood: sad}}], source: "1"}
              - {step: bounded, kind: fact, by: owner, attrs: {day: date}, source: "1"}
              - step: ask
                kind: fact
                by: owner
                opens: question
                attrs: {makes: [glad, sad]}
                sets:
                  - {when: {makes: glad}, values: {mood: glad}}
                  - {when: {makes: sad}, values: {mood: sad}}
                source: "1"
              - {step: answer, kind: act, by: owner, in: question, source: "1"}
              - step: probe
                kind: fact
                by: owner
                in: question
                sets:
                  - {when: {lapsed: reply}, values: {passed: "yes"}}
                  - {when: {running: reply}, values: {runs: "yes"}}
                source: "1"
              - {step: moved, kind: fact, by: owner, source: "1"}
              - {step: quash, kind: ruling, by: owner, may-annul: [{step: ask, effect: from-start}], source: "1"}
              - {step: seen, kind: fact, by: owner, attrs: {whole: ["no", "yes"]}, source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: reply
                in: question
                by: owner
                met-by: [answer]
                end: [{from: ask, within: P1W, source: "1"}]
                late: {answer: full}
                lapse: nothing
              - limit: visit
                by: owner
                met-by: [seen]
                end: [{from: ask, within: P1W, source: "1"}]
                late: {seen: full}
                recurs: {until: {from: begun, within: P1M}, source: "1"}
                lapse: nothing
              - limit: whole
                by: owner
                met-by: [over, {step: seen, when: {whole: "yes"}}]
                end: [{latest-of: [{from: begun, within: P1W}, {from: bounded, within: P2W}], source: "1"}]
                late: {over: full, seen: full}
                revise: [{after: moved, by-end: any-time, end: {from: same, within: P1M}, source: "2"}]
                lapse: nothing
              - limit: later
                by: owner
                met-by: [over]
                end: [{from: begun, within: P1M, source: "1"}]
                late: {over: full}
                extend: [{after: seen, by-end: any-time, by: {delay: whole}, source: "2"}]
                lapse: nothing
            """);

    private static Story asked(String day, String makes) {
        return Small.begun(DEFINITION, "2015-03-01").step(day, "ask", "owner", Map.of("makes", makes));
    }

    private static Story quash(Story story, String day, CommandId annulled) {
        return story.annulling(day, "quash", "owner", Map.of(), annulled);
    }

    private static String mood(Story story) {
        var mood = Objects.requireNonNull(story.evaluate("2015-03-12").values().get("mood"));
        var folded = story.engine()
                .outlook(
                        StateReader.read(
                                story.fold().toJson(), new Program(DEFINITION, Story.LIBRARY.calendarsOf(DEFINITION))),
                        Small.ROLES,
                        Small.day("2015-03-12"))
                .values()
                .get("mood");
        assertThat(folded).isEqualTo(mood);
        return mood.value() + " since " + mood.since();
    }

    @Test
    void a_value_that_two_steps_set_stays_when_the_first_is_annulled() {
        var story = asked("2015-03-02", "glad");
        var first = story.commandOf("ask");
        story.step("2015-03-05", "ask", "owner", Map.of("makes", "glad"));
        var second = story.commandOf("ask");
        assertThat(mood(story)).isEqualTo("glad since 2015-03-02");
        assertThat(mood(quash(story, "2015-03-06", first))).isEqualTo("glad since 2015-03-05");
        assertThat(mood(quash(story, "2015-03-07", second))).isEqualTo("none since null");
    }

    @Test
    void what_an_annulled_step_set_does_not_come_back_when_the_next_one_is_annulled_too() {
        var story = asked("2015-03-02", "glad");
        var first = story.commandOf("ask");
        story.step("2015-03-05", "ask", "owner", Map.of("makes", "sad"));
        var second = story.commandOf("ask");
        assertThat(mood(quash(story, "2015-03-06", first))).isEqualTo("sad since 2015-03-05");
        assertThat(mood(quash(story, "2015-03-07", second))).isEqualTo("none since null");
    }

    @Test
    void a_value_returns_with_its_first_day_when_what_changed_it_between_is_annulled() {
        var story = Small.begun(DEFINITION, "2015-03-01").step("2015-03-02", "shrugged", "owner");
        story.step("2015-03-03", "ask", "owner", Map.of("makes", "glad"));
        var between = story.commandOf("ask");
        assertThat(mood(story.step("2015-03-04", "shrugged", "owner"))).isEqualTo("sad since 2015-03-04");
        assertThat(mood(quash(story, "2015-03-05", between))).isEqualTo("sad since 2015-03-02");
    }

    @Test
    void whether_a_limit_passed_or_runs_is_asked_of_the_own_round() {
        var story = asked("2015-03-02", "glad").step("2015-03-10", "ask", "owner", Map.of("makes", "sad"));
        assertThat(Small.values(story.step("2015-03-11", "probe", "owner").evaluate("2015-03-11")))
                .containsEntry("passed", "no")
                .containsEntry("runs", "yes");
        story.step("2015-03-11", "answer", "owner");
        var later = asked("2015-03-02", "glad").step("2015-03-10", "probe", "owner");
        assertThat(Small.values(later.evaluate("2015-03-10")))
                .containsEntry("passed", "yes")
                .containsEntry("runs", "no");
    }

    @Test
    void a_limit_that_recurs_does_not_begin_on_or_after_its_bound() {
        assertThat(Small.limit(asked("2015-03-31", "glad").evaluate("2015-03-31"), "visit"))
                .containsExactly("2015-04-01 OPEN");
        assertThat(Small.limit(asked("2015-04-01", "glad").evaluate("2015-04-01"), "visit"))
                .isEmpty();
    }

    @Test
    void a_period_that_ends_where_the_limit_recurs_no_more_is_the_last_also_where_it_is_met_before() {
        var earlier = asked("2015-03-24", "glad").step("2015-03-26", "seen", "owner", Map.of("whole", "no"));
        assertThat(Small.limit(earlier.evaluate("2015-03-27"), "visit")).containsExactly("2015-04-01 OPEN");
        var equal = asked("2015-03-25", "glad").step("2015-03-26", "seen", "owner", Map.of("whole", "no"));
        assertThat(Small.limit(equal.evaluate("2015-04-02"), "visit")).containsExactly("2015-04-01 MET");
        var cut = asked("2015-03-30", "glad").step("2015-03-30", "seen", "owner", Map.of("whole", "no"));
        assertThat(Small.limit(cut.evaluate("2015-04-02"), "visit")).containsExactly("2015-04-01 MET");
    }

    @Test
    void of_several_terms_the_anchor_is_that_of_the_one_whose_end_it_is() {
        var story = Small.begun(DEFINITION, "2015-03-01")
                .step("2015-03-03", "bounded", "owner", Map.of("day", "2015-03-03"));
        assertThat(Story.limit(story.evaluate("2015-03-03"), "whole").because()).contains("from bounded of 2015-03-03");
        story.step("2015-03-04", "moved", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-04"), "whole")).containsExactly("2015-04-03 OPEN");
    }

    @Test
    void a_step_that_could_not_meet_a_limit_is_not_late_for_it() {
        for (var whole : List.of("no", "yes")) {
            var story =
                    Small.begun(DEFINITION, "2015-03-01").step("2015-03-20", "seen", "owner", Map.of("whole", whole));
            assertThat(Small.limit(story.evaluate("2015-03-20"), "later"))
                    .containsExactly(whole.equals("no") ? "2015-04-01 OPEN" : "2015-04-13 OPEN");
        }
    }
}
