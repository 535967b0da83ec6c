// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** Rounds that open, close and are over. */
class RoundsTest {

    static final Definition DEFINITION = Small.definition("""
            attributes: {often: ["no", "yes"], loud: ["no", "yes"]}
            rounds:
              - {round: question, closed-by: [answer, dropped]}
              - {round: plea, closed-by: [answered-plea]}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: ask, kind: act, by: owner, opens: question, attrs: {tone: [mild, loud]}, source: "1"}
              - {step: heed, kind: fact, by: owner, in: question, source: "1"}
              - {step: answer, kind: act, by: owner, in: question, source: "1"}
              - {step: dropped, kind: act, by: owner, in: question, source: "1"}
              - {step: plead, kind: fact, by: owner, opens: plea, source: "1"}
              - {step: answered-plea, kind: act, by: owner, in: plea, source: "1"}
              - step: count
                kind: act
                by: owner
                sets:
                  - {when: {times: {of: ask, at-least: 3}}, values: {often: "yes"}}
                  - {when: {ask.tone: loud}, values: {loud: "yes"}}
                source: "1"
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: reply
                in: question
                by: owner
                met-by: [answer]
                end: [{from: ask, within: P1W, source: "1"}]
                late: {answer: full}
                release: [{after: over, source: "2"}]
                revise: [{after: plead, by-end: any-time, end: {from: plead, within: P2W}, source: "3"}]
                lapse: nothing
              - limit: follow
                in: question
                by: owner
                met-by: [heed]
                end: [{from: answer, within: P1W, source: "1"}]
                late: {heed: full}
                lapse: nothing
              - limit: whole
                by: owner
                met-by: [over]
                end: [{from: {first-listed-of: [answer]}, within: P1M, source: "1"}]
                late: {over: full}
                lapse: nothing
            """);

    private static Story begun() {
        return Small.begun(DEFINITION, "2015-03-01");
    }

    private static Story asked(String... days) {
        var story = begun();
        for (var day : days) {
            story.step(day, "ask", "owner", Map.of("tone", "mild"));
        }
        return story;
    }

    @Test
    void what_still_runs_when_a_round_closes_is_released_and_nothing_starts_in_it() {
        var dropped = asked("2015-03-02").step("2015-03-03", "dropped", "owner").evaluate("2015-04-01");
        assertThat(Small.limit(dropped, "reply")).containsExactly("2015-03-09 RELEASED");
        assertThat(Small.history(dropped, "reply")).containsExactly("started", "released");
        var answered = asked("2015-03-02").step("2015-03-03", "answer", "owner").evaluate("2015-03-03");
        assertThat(Small.limit(answered, "reply")).containsExactly("2015-03-09 MET");
        assertThat(Small.limit(answered, "follow")).isEmpty();
        assertThat(Small.limit(answered, "whole")).containsExactly("2015-04-03 OPEN");
    }

    @Test
    void a_round_that_is_over_takes_no_step_and_the_newest_one_does() {
        var story = asked("2015-03-02").step("2015-03-03", "answer", "owner").step("2015-03-04", "heed", "owner");
        assertThat(story.fold()).isNotNull();
        story.step("2015-03-05", "ask", "owner", Map.of("tone", "mild"));
        assertThat(attempt(story, "heed", 1)).isEqualTo(new Outcome.Refused(Outcome.Reason.UNKNOWN_ROUND, "heed"));
        assertThat(attempt(story, "heed", 2)).isInstanceOf(Outcome.Stands.class);
        assertThat(attempt(story, "heed", 3)).isEqualTo(new Outcome.Refused(Outcome.Reason.UNKNOWN_ROUND, "heed"));
    }

    private static Outcome attempt(Story story, String step, int round) {
        var record = StepRecord.of(story.next(), step, "owner", Small.day("2015-03-06"), Map.of())
                .change()
                .round(round)
                .done();
        return story.engine()
                .apply(
                        story.fold(),
                        Small.ROLES,
                        new RecordedStep(record, "AT-DUBLIN", Instant.parse("2015-03-06T12:00:00Z")));
    }

    @Test
    void what_happened_in_rounds_that_are_over_still_counts_from_outside() {
        var story = asked("2015-03-02")
                .step("2015-03-03", "answer", "owner")
                .step("2015-03-04", "ask", "owner", Map.of("tone", "loud"))
                .step("2015-03-04", "dropped", "owner")
                .step("2015-03-05", "count", "owner");
        assertThat(Small.values(story.evaluate("2015-03-05")))
                .containsEntry("often", "no")
                .containsEntry("loud", "yes");
        story.step("2015-03-06", "ask", "owner", Map.of("tone", "mild")).step("2015-03-07", "count", "owner");
        assertThat(Small.values(story.evaluate("2015-03-07"))).containsEntry("often", "yes");
        assertThat(Small.limit(story.evaluate("2015-03-07"), "whole")).containsExactly("2015-04-03 OPEN");
        assertThat(Small.limit(story.evaluate("2015-03-07"), "reply"))
                .containsExactly("2015-03-09 MET", "2015-03-11 RELEASED", "2015-03-13 OPEN");
        assertThat(state(story.fold())).isEqualTo(state(story.engine().replay(story.steps(), Small.ROLES)));
    }

    @Test
    void a_verb_from_outside_concerns_every_open_round() {
        var story = asked("2015-03-02", "2015-03-03", "2015-03-04");
        story.record(StepRecord.of(story.next(), "dropped", "owner", Small.day("2015-03-05"), Map.of())
                .change()
                .round(2)
                .done());
        story.step("2015-03-06", "plead", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-06"), "reply"))
                .containsExactly("2015-03-20 OPEN", "2015-03-10 RELEASED", "2015-03-20 OPEN");
        story.step("2015-03-07", "over", "owner");
        assertThat(Small.limit(story.evaluate("2015-03-07"), "reply"))
                .containsExactly("2015-03-20 RELEASED", "2015-03-10 RELEASED", "2015-03-20 RELEASED");
    }

    @Test
    void a_lapse_in_a_round_that_is_over_is_remembered() {
        var story = asked("2015-03-02")
                .step("2015-03-20", "dropped", "owner")
                .step("2015-03-21", "ask", "owner", Map.of("tone", "mild"));
        var read =
                StateReader.read(story.fold().toJson(), new Program(DEFINITION, Story.LIBRARY.calendarsOf(DEFINITION)));
        assertThat(read.toJson()).isEqualTo(story.fold().toJson());
        var lapsed = story.engine().outlook(read, Small.ROLES, Small.day("2015-03-21"));
        assertThat(lapsed.lapsed())
                .isEqualTo(story.evaluate("2015-03-21").lapsed())
                .hasSize(1);
        assertThat(lapsed.limits()).hasSize(1);
        var day = Small.day("2015-03-22");
        assertThat(story.engine().lapsed(read, Small.ROLES, "reply", 1, Small.day("2015-03-09"), day))
                .isTrue();
        assertThat(story.engine().lapsed(read, Small.ROLES, "reply", 2, Small.day("2015-03-28"), day))
                .isFalse();
        assertThat(story.engine().lapsed(read, Small.ROLES, "no-such-limit", 1, day, day))
                .isFalse();
    }

    @Test
    void the_header_of_a_case_with_a_thousand_steps_stays_small() {
        var steps = begun().steps().stream().toList();
        var engine = Story.engineOf(DEFINITION);
        var state = stands(engine.apply(engine.initial(), Small.ROLES, steps.get(0)));
        for (int i = 2; i <= 1000; i++) {
            var name = List.of("ask", "answer", "plead", "answered-plea").get(i % 4);
            var attributes = name.equals("ask") ? Map.of("tone", "loud") : Map.<String, String>of();
            var record = StepRecord.of(
                    Story.command(i), name, "owner", Small.day("2015-03-02").plusDays(i / 4), attributes);
            var at = Instant.parse("2026-01-01T00:00:00Z");
            state = stands(engine.apply(state, Small.ROLES, new RecordedStep(record, "AT-DUBLIN", at)));
        }
        assertThat(CanonicalJson.write(state.toJson()).length).isLessThan(4 * 1024);
    }

    private static CaseState stands(Outcome outcome) {
        return ((Outcome.Stands) outcome).next();
    }

    private static String state(CaseState state) {
        return state.toJson().toString();
    }
}
