// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** Constructs that the shipped definitions do not use, in a procedure made for them. */
class LanguageTest {

    static final Definition DEFINITION = DefinitionReader.readYaml("language.yaml", """
            definition: language@1
            semantics: 1
            calendar: eu-604-2013-art42@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {owner: one}
            opening: {role: owner, steps: [begun]}
            attributes: {mood: [calm, tense], responsible: [undetermined, owner]}
            rounds:
              - {round: question}
            steps:
              - {step: begun, kind: fact, by: owner, source: "1"}
              - {step: told, kind: fact, by: owner, attrs: {stated: {type: date, optional: true}, span: {type: period, optional: true}}, source: "1"}
              - {step: delayed, kind: fact, by: owner, source: "1"}
              - {step: waived, kind: fact, by: owner, attrs: {wholly: ["yes", "no"]}, source: "1"}
              - {step: ask, kind: act, by: owner, opens: question, attrs: {way: [short, long]}, source: "1"}
              - {step: answer, kind: act, by: owner, in: question, attrs: {good: ["yes", "no"]}, source: "1"}
              - {step: done, kind: act, by: owner, source: "1"}
              - step: calmed
                kind: act
                by: owner
                needs:
                  - {that: {case.mood: tense}, else: refuse, source: "1"}
                sets: [{values: {mood: calm, responsible: owner}}]
                source: "1"
              - step: parted
                kind: act
                by: owner
                needs:
                  - that: {all: [begun, {not: done}, {any-open: question, where: {ask.way: long}}]}
                    else: refuse
                    source: "1"
                source: "1"
              - {step: paused, kind: fact, by: owner, source: "1"}
            bars:
              - {step: ask, while: paused, else: refuse, source: "1"}
            limits:
              - limit: finish
                by: owner
                met-by: [done]
                end:
                  - {from: {earliest-of: [told, begun]}, within: P1M, source: "1"}
                late: {done: full}
                extend:
                  - {after: delayed, by-end: any-time, by: P1W, source: "2"}
                release:
                  - {after: waived, when: {wholly: "yes"}, source: "3"}
                lapse: {as: unfinished, sets: {mood: tense}, source: "4"}
              - limit: stated
                by: owner
                met-by: [done]
                end:
                  - {latest-of: [{stated: told.stated}, {from: begun, within: P1W}], source: "5"}
                late: {done: full}
                lapse: nothing
              - limit: reply
                in: question
                by: owner
                met-by: [{step: answer, when: {good: "yes"}}]
                end:
                  - {when: {ask.way: short}, from: ask, within: P3D, source: "6"}
                  - {from: ask, within: P2M1D, source: "7"}
                late: {answer: none}
                restart:
                  - {after: unfinished, from: unfinished, source: "8"}
                revise:
                  - {after: delayed, by-end: any-time, end: {stated: told.stated}, source: "9"}
                lapse: nothing
            ends: {when: {all: [done, {not: {lapsed: finish}}]}, source: "1"}
            """);

    private static final Roles ROLES = Roles.of(Map.of("owner", List.of("AT-DUBLIN")));

    private static Story begun() {
        return Story.of(DEFINITION, ROLES).step("2015-03-02", "begun", "owner");
    }

    private static List<Evaluation.Due> replies(Evaluation evaluation) {
        return evaluation.limits().stream()
                .map(Evaluation.LimitState::current)
                .filter(due -> due.limit().equals("reply"))
                .toList();
    }

    private static Evaluation.Change lastChange(Evaluation evaluation, String limit) {
        return evaluation.limits().stream()
                .filter(state -> state.current().limit().equals(limit))
                .flatMap(state -> state.history().stream())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void an_extension_adds_to_the_end_each_time() {
        var story = begun().step("2015-03-10", "delayed", "owner").step("2015-03-11", "delayed", "owner");
        var finish = Story.limit(story.evaluate("2015-03-11"), "finish");
        assertThat(finish.end()).isEqualTo("2015-04-16");
        assertThat(finish.rule()).isEqualTo("32013R0604 Art 2");
        assertThat(finish.because())
                .isEqualTo("extended by delayed: 1 week more than before, counted from begun of 2015-03-02, the day"
                        + " itself not counted, until 24:00 of 2015-04-16");
        assertThat(lastChange(story.evaluate("2015-03-11"), "finish"))
                .isEqualTo(new Evaluation.Change(
                        "extend",
                        Story.command(3),
                        LocalDate.parse("2015-03-11"),
                        LocalDate.parse("2015-04-16"),
                        true,
                        "32013R0604 Art 2"));
    }

    @Test
    void a_release_ends_the_limit_without_a_lapse() {
        var story = begun().step("2015-03-10", "waived", "owner", Map.of("wholly", "no"));
        assertThat(lastChange(story.evaluate("2015-03-10"), "finish").because())
                .isEqualTo("its condition does not hold");
        story.step("2015-03-12", "waived", "owner", Map.of("wholly", "yes")).step("2015-05-01", "delayed", "owner");

        var evaluation = story.evaluate("2015-06-01");
        assertThat(Story.limit(evaluation, "finish").status()).isEqualTo(Evaluation.Status.RELEASED);
        assertThat(evaluation.lapsed()).extracting(Evaluation.Lapsed::limit).doesNotContain("finish");
        assertThat(lastChange(evaluation, "finish").because()).isEqualTo("the limit had been released before");
        story.step("2015-06-02", "done", "owner");
        assertThat(story.evaluate("2015-06-02").remarks())
                .extracting(remark -> remark.flag().subject())
                .containsExactly("stated");
    }

    @Test
    void a_met_limit_is_not_changed_any_more() {
        var evaluation = begun().step("2015-03-10", "done", "owner")
                .step("2015-03-11", "delayed", "owner")
                .evaluate("2015-05-01");
        assertThat(Story.limit(evaluation, "finish").end()).isEqualTo("2015-04-02");
        assertThat(lastChange(evaluation, "finish").effective()).isFalse();
        assertThat(lastChange(evaluation, "finish").because()).isEqualTo("the limit had been met before");
        assertThat(evaluation.ended()).isEqualTo(new Evaluation.Ended(LocalDate.parse("2015-03-10"), "done"));
    }

    @Test
    void a_stated_date_is_an_end_and_the_latest_of_two_counts() {
        assertThat(Story.limit(begun().evaluate("2015-03-02"), "finish").end()).isEqualTo("2015-04-02");
        var story = begun().step("2015-03-04", "told", "owner", Map.of("stated", "2015-03-20"));
        assertThat(Story.limit(story.evaluate("2015-03-04"), "stated").end()).isEqualTo("2015-03-20");
        assertThat(Story.limit(story.evaluate("2015-03-04"), "stated").because())
                .startsWith("the latest of the date stated in told.stated and 1 week from");
        story.step("2015-03-05", "told", "owner", Map.of("stated", "2015-03-06"));
        assertThat(Story.limit(story.evaluate("2015-03-05"), "stated").end()).isEqualTo("2015-03-09");
    }

    @Test
    void a_limit_starts_anew_in_each_round_and_is_met_only_where_the_guard_holds() {
        var story = begun().step("2015-03-03", "ask", "owner", Map.of("way", "short"))
                .step("2015-03-04", "ask", "owner", Map.of("way", "long"))
                .step("2015-03-05", "answer", "owner", Map.of("good", "no"));
        assertThat(replies(story.evaluate("2015-03-05")))
                .extracting(due -> due.round() + " " + due.end() + " " + due.status() + " " + due.rule())
                .containsExactly("1 2015-03-06 OPEN 32013R0604 Art 6", "2 2015-05-05 OPEN 32013R0604 Art 7");
        assertThat(replies(story.evaluate("2015-03-05")).get(1).because()).startsWith("2 months and 1 day from ask of");

        var first = story.record(
                StepRecord.of(story.next(), "answer", "owner", LocalDate.parse("2015-03-06"), Map.of("good", "yes"))
                        .change()
                        .round(1)
                        .done());
        assertThat(replies(first.evaluate("2015-03-07")))
                .extracting(Evaluation.Due::status)
                .containsExactly(Evaluation.Status.MET, Evaluation.Status.OPEN);
    }

    @Test
    void a_lapse_moves_limits_and_sets_attributes_that_other_steps_ask() {
        var story = begun().step("2015-03-25", "ask", "owner", Map.of("way", "long"));
        assertThat(story.evaluate("2015-04-02").open())
                .extracting(Evaluation.OpenStep::step)
                .contains("parted")
                .doesNotContain("calmed");
        var evaluation = story.evaluate("2015-04-03");
        assertThat(evaluation.open()).extracting(Evaluation.OpenStep::step).contains("calmed");
        assertThat(replies(evaluation).get(0).end()).isEqualTo("2015-06-03");
        assertThat(replies(evaluation).get(0).because()).startsWith("restarted by unfinished: 2 months and 1 day from");
        assertThat(lastChange(evaluation, "finish"))
                .isEqualTo(new Evaluation.Change(
                        "lapsed",
                        null,
                        LocalDate.parse("2015-04-03"),
                        LocalDate.parse("2015-04-02"),
                        true,
                        "32013R0604 Art 4"));
        assertThat(story.step("2015-04-03", "calmed", "owner")
                        .evaluate("2015-04-03")
                        .responsible())
                .isEqualTo(new Evaluation.Responsible(
                        "owner", "AT-DUBLIN", LocalDate.parse("2015-04-03"), "32013R0604 Art 1"));
        assertThat(story.evaluate("2015-04-04").open())
                .extracting(Evaluation.OpenStep::step)
                .doesNotContain("calmed");
        assertThat(story.step("2015-04-05", "done", "owner")
                        .evaluate("2015-04-05")
                        .ended())
                .isNull();
    }

    @Test
    void a_revision_without_a_stated_date_says_so() {
        var story = begun().step("2015-03-03", "ask", "owner", Map.of("way", "short"))
                .step("2015-03-04", "delayed", "owner");
        assertThat(lastChange(story.evaluate("2015-03-04"), "reply"))
                .isEqualTo(new Evaluation.Change(
                        "revise",
                        Story.command(3),
                        LocalDate.parse("2015-03-04"),
                        LocalDate.parse("2015-03-06"),
                        false,
                        "what it states does not give an end"));
        story.step("2015-03-05", "told", "owner", Map.of("stated", "2015-09-01"))
                .step("2015-03-06", "delayed", "owner");
        assertThat(replies(story.evaluate("2015-03-06")).get(0).end()).isEqualTo("2015-09-01");
        assertThat(replies(story.evaluate("2015-03-06")).get(0).because())
                .startsWith("revised by delayed: the date stated in told.stated from ask of 2015-03-03");
    }

    @Test
    void a_bar_refuses_where_it_says_so() {
        var story = begun().step("2015-03-03", "paused", "owner");
        var ask = Story.of(DEFINITION, ROLES).step("2015-03-04", "ask", "owner", Map.of("way", "long"));
        assertThat(story.engine().apply(story.fold(), ROLES, ask.steps().get(0)))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.BARRED, "ask"));
        assertThat(story.evaluate("2015-03-04").open())
                .extracting(Evaluation.OpenStep::step)
                .doesNotContain("ask")
                .contains("begun", "done");
    }

    @Test
    void on_one_day_instants_come_first_then_numbers_then_the_definitions_order() {
        var program = new Program(DEFINITION, Story.LIBRARY.calendarsOf(Story.TAKE_BACK));
        var order = new StepOrder(program);
        var noon = step(1, "done", "2015-03-04T12:00:00+01:00", null);
        var earlier = step(2, "done", "2015-03-04T12:30:00+02:00", null);
        var numbered = step(3, "done", null, 2);
        var first = step(4, "done", null, 1);
        var plain = step(5, "begun", null, null);
        var later = step(6, "told", null, null);
        assertThat(List.of(later, plain, first, numbered, earlier, noon).stream()
                        .sorted(order)
                        .map(StepRecord::command))
                .containsExactly(
                        earlier.command(),
                        noon.command(),
                        first.command(),
                        numbered.command(),
                        plain.command(),
                        later.command());
    }

    @Test
    void what_passes_first_lapses_first_even_if_nobody_looked_in_between() {
        var story = begun().step("2015-03-25", "ask", "owner", Map.of("way", "short"));
        var reply = replies(story.evaluate("2015-05-01")).get(0);

        assertThat(reply.end()).isEqualTo("2015-03-28");
        assertThat(reply.status()).isEqualTo(Evaluation.Status.MISSED);
        assertThat(lastChange(story.evaluate("2015-05-01"), "reply").because())
                .isEqualTo("the limit had lapsed before");
    }

    @Test
    void dates_and_periods_have_their_forms() {
        var engine = begun().engine();
        for (var fine : List.of(Map.of("stated", "2015-02-28"), Map.of("span", "P2M"))) {
            assertThat(engine.check(told(fine))).isNull();
        }
        for (var wrong : List.of("2015-02-30", "P2M", "soon", "1989-01-01")) {
            assertThat(engine.check(told(Map.of("stated", wrong))))
                    .isEqualTo(new Outcome.Refused(Outcome.Reason.ATTRIBUTE_VALUE, "stated"));
        }
        for (var wrong : List.of("2015-02-28", "P", "long")) {
            assertThat(engine.check(told(Map.of("span", wrong))))
                    .isEqualTo(new Outcome.Refused(Outcome.Reason.ATTRIBUTE_VALUE, "span"));
        }
    }

    @Test
    void a_released_limit_stays_released_after_the_way_through_the_header() {
        var story = begun().step("2015-03-10", "waived", "owner", Map.of("wholly", "yes"));
        var read = StateReader.read(story.fold().toJson(), new Program(DEFINITION, Story.LIBRARY.calendars()));
        var outlook = story.engine().outlook(read, ROLES, LocalDate.parse("2015-06-01"));

        assertThat(Story.limit(outlook, "finish").status()).isEqualTo(Evaluation.Status.RELEASED);
        assertThat(outlook.worlds()).extracting(Evaluation.World::name).containsExactly("only");
    }

    private static StepRecord told(Map<String, String> attributes) {
        return StepRecord.of(Story.command(1), "told", "owner", LocalDate.parse("2015-03-02"), attributes);
    }

    private static StepRecord step(
            int number,
            String step,
            @org.jspecify.annotations.Nullable String at,
            @org.jspecify.annotations.Nullable Integer ordinal) {
        return StepRecord.of(Story.command(number), step, "owner", LocalDate.parse("2015-03-04"), Map.of())
                .change()
                .occurredAt(at == null ? null : OffsetDateTime.parse(at))
                .ordinal(ordinal)
                .done();
    }
}
