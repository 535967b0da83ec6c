// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** Guards, parameters, lateness in parts, annulment, inclusion: what rules can ask and do. */
class RulesTest {

    static final Definition ASKING = Small.definition("""
            attributes: {long: ["no", "yes"], twice: ["no", "yes"], new-law: ["no", "yes"], ran: ["no", "yes"], covered: ["no", "yes"], region: [none, south, north], asked-late: ["no", "yes"]}
            readings:
              - {reading: regime, kind: span, preferred: old, other: [new], source: "1"}
            parameters:
              - parameter: patience
                type: period
                country-of: owner
                values:
                  - {for: [AT], when: {case.twice: "yes"}, value: P60D, source: "5"}
                  - {for: [AT, DE], value: P30D, source: "6"}
                  - {value: no-time, source: "7"}
              - parameter: region
                type: code
                of: [south, north]
                country-of: owner
                values:
                  - {for: [AT], value: south, source: "5"}
                  - {value: north, source: "7"}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: stay, kind: fact, by: owner, source: "1"}
              - step: ask
                kind: act
                by: owner
                sets:
                  - {when: {elapsed: {from: begun, more-than: P1M}}, values: {long: "yes"}}
                  - {when: {times: {of: ask, at-least: 2}}, values: {twice: "yes"}}
                  - {when: {in-force: {from: 2015-04-01, until: 2015-04-30}}, values: {new-law: "yes"}}
                  - {when: {running: answer}, values: {ran: "yes"}}
                  - {when: {elapsed: {from: {until: stay}, to: this, at-most: P0D}}, values: {covered: "yes"}}
                  - {when: {parameter.region: south}, values: {region: south}}
                  - {when: {parameter.region: north}, values: {region: north}}
                  - {when: {late: answer}, values: {asked-late: "yes"}}
                source: "1"
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: answer
                by: owner
                met-by: [over]
                end:
                  - {when: {reading.regime: new}, from: begun, within: P7D, source: "2"}
                  - {when: {in-force: {from: 2015-06-01}}, from: begun, within: P3D, source: "3"}
                  - {from: begun, within: {parameter: patience}, source: "4"}
                late: {over: full}
                lapse: nothing
            """);

    private static Evaluation asked(String begun, String... days) {
        var story = Small.begun(ASKING, begun);
        for (var day : days) {
            story.step(day, "ask", "owner");
        }
        return story.evaluate(days[days.length - 1]);
    }

    @Test
    void elapsed_time_is_counted_by_dates_and_must_be_exceeded() {
        assertThat(Small.values(asked("2015-02-28", "2015-03-28"))).containsEntry("long", "no");
        assertThat(Small.values(asked("2015-02-28", "2015-03-29"))).containsEntry("long", "yes");
    }

    @Test
    void a_second_time_counts_and_the_law_of_the_day_is_asked() {
        assertThat(Small.values(asked("2015-03-01", "2015-03-31")))
                .containsEntry("twice", "no")
                .containsEntry("new-law", "no");
        assertThat(Small.values(asked("2015-03-01", "2015-03-31", "2015-04-01")))
                .containsEntry("twice", "yes")
                .containsEntry("new-law", "yes");
        assertThat(Small.values(asked("2015-03-01", "2015-05-01"))).containsEntry("new-law", "no");
    }

    @Test
    void a_running_limit_and_the_last_day_of_a_stay_can_be_asked() {
        assertThat(Small.values(asked("2015-03-01", "2015-03-05"))).containsEntry("ran", "yes");
        assertThat(Small.values(asked("2015-03-01", "2015-09-05"))).containsEntry("ran", "no");
        var story = Small.begun(ASKING, "2015-03-01");
        story.record(StepRecord.of(story.next(), "stay", "owner", Small.day("2015-03-02"), Map.of())
                .change()
                .until(Small.day("2015-03-20"))
                .done());
        var after = Story.of(ASKING, Small.ROLES);
        story.steps().forEach(step -> after.record(step.record()));
        story.step("2015-03-20", "ask", "owner");
        after.step("2015-03-21", "ask", "owner");
        assertThat(Small.values(story.evaluate("2015-03-20"))).containsEntry("covered", "yes");
        assertThat(Small.values(after.evaluate("2015-03-21"))).containsEntry("covered", "no");
        assertThat(after.engine().read(header(after)).toJson())
                .isEqualTo(after.fold().toJson());
    }

    private static org.caseledger.procedure.record.CaseHeader header(Story story) {
        return new org.caseledger.procedure.record.CaseHeader(
                new org.caseledger.procedure.record.CaseId("0".repeat(32)),
                ASKING.pin(),
                List.of(),
                "AT-DUBLIN",
                story.roles(),
                story.steps().size(),
                story.steps().get(0).record().command(),
                false,
                story.fold().toJson());
    }

    @Test
    void a_parameter_takes_the_first_value_that_fits_and_brings_its_source() {
        var once = Story.limit(asked("2015-03-01", "2015-03-02"), "answer");
        assertThat(once.end()).isEqualTo("2015-03-31");
        assertThat(once.rule()).isEqualTo("32013R0604 Art 6");
        var twice = Story.limit(asked("2015-03-01", "2015-03-02", "2015-03-03"), "answer");
        assertThat(twice.end()).isEqualTo("2015-04-30");
        assertThat(twice.rule()).isEqualTo("32013R0604 Art 5");
        var french = Roles.of(Map.of("owner", List.of("FR-DUBLIN")));
        var elsewhere =
                Story.of(ASKING, french).step("2015-03-01", "begun", "owner").step("2015-03-02", "ask", "owner");
        assertThat(Small.limit(elsewhere.evaluate("2016-01-01"), "answer")).containsExactly("null OPEN");
        assertThat(Small.values(elsewhere.evaluate("2016-01-01"))).containsEntry("region", "north");
        assertThat(Small.values(asked("2015-03-01", "2015-03-02"))).containsEntry("region", "south");
    }

    @Test
    void a_reading_and_the_law_of_the_anchors_day_choose_the_end() {
        var due = Story.limit(asked("2015-03-01", "2015-03-02"), "answer");
        assertThat(due.earliest()).isEqualTo("2015-03-08");
        assertThat(due.latest()).isEqualTo("2015-03-31");
        assertThat(Story.limit(asked("2015-06-01", "2015-06-02"), "answer").end())
                .isEqualTo("2015-06-04");
    }

    @Test
    void a_step_can_ask_whether_it_is_late_for_a_limit() {
        assertThat(Small.values(asked("2015-03-01", "2015-03-31"))).containsEntry("asked-late", "no");
        assertThat(Small.values(asked("2015-03-01", "2015-04-01"))).containsEntry("asked-late", "yes");
    }

    static final Definition UNDOING = Small.definition("""
            attributes: {mood: [calm, tense, angry], phase: [one, two]}
            rounds:
              - {round: decision}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: decide, kind: act, by: owner, opens: decision, sets: [{values: {mood: tense, phase: two}}], source: "1"}
              - {step: served, kind: fact, by: applicant, recorded-by: owner, in: decision, source: "1"}
              - {step: enraged, kind: fact, by: owner, sets: [{values: {mood: angry}}], source: "1"}
              - {step: reopened, kind: fact, by: owner, sets: [{values: {phase: one}, reopens: true}], source: "1"}
              - {step: tried, kind: fact, by: owner, sets: [{values: {phase: one}}], source: "1"}
              - step: quashed
                kind: ruling
                by: court
                recorded-by: owner
                attrs: {scope: [whole, future]}
                may-annul:
                  - {step: decide, effect: from-start, when: {scope: whole}}
                  - {step: decide, effect: from-then, when: {scope: future}}
                source: "1"
              - step: act-on
                kind: act
                by: owner
                needs: [{that: decide, else: refuse, source: "1"}]
                source: "1"
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: carry-out
                by: owner
                met-by: [act-on]
                end: [{from: decide, within: P1M, source: "1"}]
                late: {act-on: full}
                lapse: {sets: [{when: {case.mood: angry}, values: {phase: two}}], final: true, source: "2"}
              - limit: complain
                in: decision
                by: applicant
                country-of: owner
                met-by: [served]
                end: [{from: decide, within: P2W, source: "3"}]
                late: {served: full}
                lapse: nothing
            """);

    private static Story decided() {
        return Small.begun(UNDOING, "2015-03-01").step("2015-03-02", "decide", "owner");
    }

    private static Story quashed(Story story, String day, String scope) {
        return story.annulling(day, "quashed", "owner", Map.of("scope", scope), story.commandOf("decide"));
    }

    @Test
    void annulled_from_the_start_it_never_was() {
        var evaluation = quashed(decided(), "2015-03-05", "whole").evaluate("2015-03-06");
        assertThat(Small.values(evaluation)).containsEntry("mood", "calm").containsEntry("phase", "one");
        assertThat(Small.limit(evaluation, "carry-out")).isEmpty();
        assertThat(Small.limit(evaluation, "complain")).containsExactly("2015-03-16 RELEASED");
        assertThat(evaluation.open()).extracting(Evaluation.OpenStep::step).doesNotContain("act-on");
    }

    @Test
    void annulled_from_then_on_what_it_set_and_started_stays() {
        var evaluation = quashed(decided(), "2015-03-05", "future").evaluate("2015-03-06");
        assertThat(Small.values(evaluation)).containsEntry("mood", "tense").containsEntry("phase", "two");
        assertThat(Small.limit(evaluation, "carry-out")).containsExactly("2015-04-02 OPEN");
        assertThat(Small.limit(evaluation, "complain")).containsExactly("2015-03-16 RELEASED");
        assertThat(evaluation.open()).extracting(Evaluation.OpenStep::step).doesNotContain("act-on");
    }

    @Test
    void what_something_else_has_set_since_is_not_taken_back() {
        var story = quashed(decided().step("2015-03-03", "enraged", "owner"), "2015-03-05", "whole");
        assertThat(Small.values(story.evaluate("2015-03-06")))
                .containsEntry("mood", "angry")
                .containsEntry("phase", "one");
        var read = StateReader.read(story.fold().toJson(), new Program(UNDOING, Story.LIBRARY.calendarsOf(UNDOING)));
        assertThat(read.toJson()).isEqualTo(story.fold().toJson());
    }

    @Test
    void a_value_that_is_kept_for_annulment_survives_the_header() {
        var story = decided();
        var program = new Program(UNDOING, Story.LIBRARY.calendarsOf(UNDOING));
        var read = StateReader.read(story.fold().toJson(), program);
        assertThat(read.toJson()).isEqualTo(story.fold().toJson());
        var ruled = quashed(decided(), "2015-03-05", "whole");
        var outcome = ruled.engine().apply(read, Small.ROLES, ruled.steps().get(2));
        assertThat(((Outcome.Stands) outcome).next().toJson())
                .isEqualTo(ruled.fold().toJson());
    }

    @Test
    void a_final_value_stays_unless_a_rule_reopens_it() {
        var story = decided().step("2015-03-03", "enraged", "owner").step("2015-04-10", "tried", "owner");
        assertThat(Small.values(story.evaluate("2015-04-10"))).containsEntry("phase", "two");
        story.step("2015-04-11", "reopened", "owner");
        assertThat(Small.values(story.evaluate("2015-04-11"))).containsEntry("phase", "one");
        var calm = decided().step("2015-04-10", "tried", "owner");
        assertThat(Small.values(calm.evaluate("2015-04-10"))).containsEntry("phase", "one");
    }

    static final Definition INCLUDING = Small.definition("""
            attributes: {seen: ["no", "yes"]}
            steps:
              - {step: begun, kind: fact, by: owner, excludes: [plead], source: "1"}
              - {step: invite, kind: act, by: owner, includes: [plead, answer], excludes: [answer], source: "1"}
              - {step: answer, kind: act, by: owner, starts: excluded, source: "1"}
              - {step: plead, kind: act, by: owner, source: "1"}
              - step: close
                kind: act
                by: owner
                needs: [{that: answer, else: refuse, source: "1"}]
                source: "1"
              - {step: reply, kind: act, by: owner, sets: [{values: {seen: "yes"}}], includes: [plead], source: "1"}
              - {step: over, kind: fact, by: owner, source: "1"}
            limits:
              - limit: reply
                by: owner
                met-by: [reply]
                end: [{from: begun, within: P2W, source: "1"}]
                late:
                  reply:
                    - {when: {case.seen: "no"}, effects: [sets]}
                    - {effects: [includes]}
                lapse: nothing
            """);

    @Test
    void an_excluded_act_is_refused_and_not_waited_for() {
        var story = Small.begun(INCLUDING, "2015-03-01");
        assertThat(open(story)).contains("invite", "close").doesNotContain("answer", "plead");
        assertThat(attempt(story, "2015-03-02", "answer"))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_ENABLED, "answer"));
        story.step("2015-03-03", "invite", "owner");
        assertThat(open(story)).contains("answer", "plead").doesNotContain("close");
        assertThat(attempt(story, "2015-03-04", "close"))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_ENABLED, "close"));
        assertThat(attempt(story, "2015-03-04", "answer")).isInstanceOf(Outcome.Stands.class);
        var read = StateReader.read(
                Small.begun(INCLUDING, "2015-03-01").fold().toJson(),
                new Program(INCLUDING, Story.LIBRARY.calendarsOf(INCLUDING)));
        assertThat(story.engine()
                        .outlook(read, Small.ROLES, Small.day("2015-03-01"))
                        .open())
                .extracting(Evaluation.OpenStep::step)
                .doesNotContain("answer", "plead");
    }

    @Test
    void a_late_step_keeps_the_effects_that_its_limit_leaves_it() {
        var story = Small.begun(INCLUDING, "2015-03-01").step("2015-04-01", "reply", "owner");
        assertThat(Small.values(story.evaluate("2015-04-01"))).containsEntry("seen", "yes");
        assertThat(open(story)).doesNotContain("plead");
        story.step("2015-04-02", "reply", "owner");
        assertThat(open(story)).contains("plead");
        assertThat(Small.flags(story.evaluate("2015-04-02"))).containsExactly("reply LATE reply", "reply LATE reply");
    }

    private static List<String> open(Story story) {
        var last = story.steps().get(story.steps().size() - 1).record().occurredOn();
        return story.evaluate(last.toString()).open().stream()
                .map(Evaluation.OpenStep::step)
                .toList();
    }

    private static Outcome attempt(Story story, String day, String step) {
        var record = StepRecord.of(story.next(), step, "owner", Small.day(day), Map.of());
        var recorded = new RecordedStep(record, "AT-DUBLIN", java.time.Instant.parse("2015-12-01T12:00:00Z"));
        return story.engine().apply(story.fold(), Small.ROLES, recorded);
    }

    private static Definition ending(String when) {
        return DefinitionReader.readYaml("short.yaml", """
                definition: short@1
                semantics: 1
                calendar: eu-604-2013-art42@1
                law: {celex: 32013R0604, confirmed: true}
                roles: {owner: one}
                opening: {role: owner, steps: [begun]}
                readings:
                  - {reading: regime, kind: span, preferred: old, other: [new], source: "1"}
                steps:
                  - {step: begun, kind: fact, by: owner, source: "1"}
                  - {step: reopened, kind: fact, by: owner, source: "1"}
                limits:
                  - limit: reply
                    by: owner
                    met-by: [reopened]
                    end: [{when: {reading.regime: old}, from: begun, within: P1W, source: "1"}]
                    late: {reopened: full}
                    lapse: nothing
                ends: {when: %s, source: "1"}
                """.formatted(when));
    }

    @Test
    void an_end_that_asks_only_what_did_not_happen_holds_from_the_first_step() {
        var story = Small.begun(ending("{not: reopened}"), "2015-03-02");
        assertThat(story.evaluate("2015-03-02").ended()).isNotNull();
        assertThat(story.engine()
                        .outlook(story.fold(), Small.ROLES, Small.day("2015-03-02"))
                        .ended())
                .isNotNull();
        story.step("2015-03-03", "reopened", "owner");
        assertThat(story.evaluate("2015-03-03").ended()).isNull();
        assertThat(Small.begun(ending("{reading.regime: old}"), "2015-03-02")
                        .evaluate("2015-03-02")
                        .ended())
                .isNotNull();
    }
}
