// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal of the checker: one change to a definition that is fine, and the line and sentence that answer it. */
class CheckerTest {

    static final String FINE = """
            definition: small@1
            semantics: 1
            calendar: days@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {asking: one, asked: one}
            opening: {role: asking, steps: [begun]}
            attributes: {responsible: [undetermined, asking]}
            readings:
              - {reading: day, kind: span, preferred: last, other: [next], source: "1"}
            rounds:
              - {round: question, closed-by: answer}
            steps:
              - {step: begun, kind: fact, by: somebody, recorded-by: asking, source: "1"}
              - {step: ask, kind: act, by: asking, opens: question, attrs: {way: [short, long], on: date}, source: "1"}
              - step: answer
                kind: act
                by: asked
                in: question
                needs:
                  - {that: ask, else: refuse, source: "1"}
                source: "1"
              - {step: review, kind: ruling, by: court, recorded-by: asked, may-annul: [{step: ask, effect: from-start}], source: "1"}
              - {step: handed-over, kind: act, by: asking, source: "1"}
            bars:
              - {step: handed-over, while: {any-open: question}, else: {irregular: too-early, effects: none}, source: "1"}
            limits:
              - limit: reply
                in: question
                by: asked
                met-by: [answer]
                end:
                  - {when: {ask.way: short}, from: ask, within: P2W, source: "1"}
                  - {from: ask, within: P1M, source: "1"}
                late: {answer: none}
                revise:
                  - {after: review, by-end: required, end: {from: same, within: P2M}, source: "1"}
                lapse:
                  as: silence
                  sets: {responsible: asking}
                  deemed-on: {reading: day, options: {last: end, next: day-after}}
                  source: "1"
              - limit: hand-over
                by: asking
                met-by: [handed-over]
                end:
                  - {from: begun, within: P3M, source: "1"}
                late: {handed-over: full}
                lapse: nothing
            ends: {when: {any: [handed-over, {lapsed: hand-over}]}, source: "1"}
            """;

    @Test
    void a_definition_that_says_what_it_must_is_read() {
        var definition = DefinitionReader.readYaml("small.yaml", FINE);

        assertThat(definition.pin().id()).isEqualTo("small@1");
        assertThat(definition.openingRole()).isEqualTo("asking");
        assertThat(definition.steps()).extracting(StepType::name).contains("begun", "ask", "answer");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("semantics: 1", "semantics: 2", "small.yaml:2", "this engine plays semantics 1"),
                mistake("other: [next]", "other: [last]", "small.yaml:9", "options that differ"),
                mistake("other: [next]", "other: [a, b, c, d, e, f, g, h]", "small.yaml:8", "9 worlds; at most 8"),
                mistake(
                        "deemed-on: {reading: day, options: {last: end, next: day-after}}", "final: true",
                        "small.yaml:9", "no rule asks the reading"),
                mistake(
                        "options: {last: end, next: day-after}",
                        "options: {last: end}",
                        "small.yaml:40",
                        "every option of a span reading"),
                mistake("kind: span,", "kind: note,", "small.yaml:9", "a note names the calendar"),
                mistake("role: asking, steps", "role: owner, steps", "small.yaml:6", "is not a role"),
                mistake(
                        "steps: [begun]",
                        "steps: [answer]",
                        "small.yaml:6",
                        "not a step that the opening role records"),
                mistake("steps: [begun]", "steps: []", "small.yaml:6", "names no step to open with"),
                mistake(
                        "responsible: [undetermined, asking]", "responsible: [undetermined, minister]",
                        "small.yaml:7", "'minister' is neither a role"),
                mistake(
                        "attributes: {responsible",
                        "attributes: {empty: [], responsible",
                        "small.yaml:7",
                        "needs a list of values that differ"),
                mistake(
                        "- {round: question, closed-by: answer}",
                        "- {round: question, closed-by: answer}\n  - {round: other}",
                        "small.yaml:12",
                        "no step opens it"),
                mistake("closed-by: answer", "closed-by: begun", "small.yaml:11", "closed by a step that is not in it"),
                mistake("step: begun, kind", "step: silence, kind", "small.yaml:12", "'silence' is declared twice"),
                mistake("step: begun, kind", "step: same, kind", "small.yaml:12", "'same' is a word of the language"),
                mistake("recorded-by: asking", "recorded-by: clerk", "small.yaml:13", "'clerk' is not a role"),
                mistake("by: somebody, recorded-by: asking", "by: somebody", "small.yaml:13", "say recorded-by"),
                mistake("opens: question", "opens: answer-time", "small.yaml:14", "opens a round that is not declared"),
                mistake(
                        "opens: question",
                        "opens: question, in: question",
                        "small.yaml:14",
                        "cannot be in the round that it opens"),
                mistake("in: question\n    needs", "in: nowhere\n    needs", "small.yaml:15", "not a declared round"),
                mistake("in: question\n    needs", "each: clerk\n    needs", "small.yaml:15", "'clerk' is not a role"),
                mistake("way: [short, long]", "way: []", "small.yaml:14", "closed list of values"),
                mistake("way: [short, long]", "way: words", "small.yaml:14", "must be one of date, period, commitment"),
                mistake("that: ask, else", "that: {way: short}, else", "small.yaml:20", "'way' is not an attribute"),
                mistake(
                        "that: ask, else",
                        "that: {present: way}, else",
                        "small.yaml:20",
                        "not an attribute of the step that is recorded"),
                mistake("that: ask, else", "that: question, else", "small.yaml:20", "not a step or a named lapse"),
                mistake(
                        "that: ask, else: refuse",
                        "that: ask",
                        "small.yaml:20",
                        "silent about a step taken all the same"),
                mistake(
                        "{that: ask, else: refuse, source: \"1\"}",
                        "{that: ask, else: refuse}",
                        "small.yaml:20",
                        "a rule without a source"),
                mistake(
                        "kind: act\n    by: asked",
                        "kind: ruling\n    by: asked",
                        "small.yaml:20",
                        "a fact or ruling happened whatever"),
                mistake("kind: ruling, by: court", "kind: act, by: court", "small.yaml:22", "only a ruling annuls"),
                mistake(
                        "may-annul: [{step: ask, effect: from-start}]",
                        "may-annul: [{step: begun, effect: from-start}]",
                        "small.yaml:22",
                        "must be a step that opens a round"),
                mistake(
                        "may-annul: [{step: ask, effect: from-start}]",
                        "sets: [{values: {responsible: court}}]",
                        "small.yaml:22",
                        "'responsible: court' is not declared"),
                mistake("step: handed-over, while", "step: handed, while", "small.yaml:25", "not a step of this"),
                mistake("while: {any-open: question}", "while: {any-open: answer}", "small.yaml:25", "not a round"),
                mistake("while: {any-open: question}", "while: {each: clerk, is: ask}", "small.yaml:25", "not a role"),
                mistake(
                        "while: {any-open: question}",
                        "while: {way: short}",
                        "small.yaml:25",
                        "'way' is not an attribute"),
                mistake(
                        "else: {irregular: too-early, effects: none}",
                        "else: refuse",
                        "small.yaml:25",
                        "would exclude a step whose limit runs on"),
                mistake("by: asked\n    met-by", "by: clerk\n    met-by", "small.yaml:27", "'clerk' is not a role"),
                mistake("met-by: [answer]", "met-by: [reply]", "small.yaml:30", "'reply' is not a step"),
                mistake("met-by: [answer]", "met-by: [begun]", "small.yaml:30", "could never meet it"),
                mistake("met-by: [answer]", "met-by: []", "small.yaml:27", "no step meets it"),
                mistake("late: {answer: none}", "late: {}", "small.yaml:34", "silent about late steps"),
                mistake("late: {answer: none}\n", "\n", "small.yaml:27", "silent about late steps"),
                mistake("{ask.way: short}", "{ask.way: shorter}", "small.yaml:32", "'shorter' is not a value"),
                mistake("{ask.way: short}", "{case.way: short}", "small.yaml:32", "closed list of values"),
                mistake(
                        "{from: ask, within: P1M, source",
                        "{within: P1M, source",
                        "small.yaml:33",
                        "a limit without an anchor"),
                mistake(
                        "{from: ask, within: P1M, source",
                        "{from: same, within: P1M, source",
                        "small.yaml:33",
                        "only a verb can be counted from same"),
                mistake(
                        "{from: ask, within: P1M, source",
                        "{from: never, within: P1M, source",
                        "small.yaml:33",
                        "'never' is not a step"),
                mistake(
                        "{from: ask, within: P1M, source",
                        "{stated: ask.way, source",
                        "small.yaml:33",
                        "is not a date of a step"),
                mistake("within: P1M, source", "within: P1H, source", "small.yaml:33", "is no period"),
                mistake("within: P1M, source", "within: P0D, source", "small.yaml:33", "a period of nothing"),
                mistake(
                        "after: review, by-end: required",
                        "after: review",
                        "small.yaml:36",
                        "silent about a revision after the end"),
                mistake("after: review, by-end", "after: rebuke, by-end", "small.yaml:36", "'rebuke' is not a step"),
                mistake("end: {from: same,", "end: {from: never,", "small.yaml:36", "'never' is not a step"),
                mistake(
                        "sets: {responsible: asking}",
                        "sets: {responsible: asked}",
                        "small.yaml:39",
                        "'responsible: asked' is not declared"),
                mistake("    lapse: nothing\n", "", "small.yaml:42", "silent about what follows"),
                mistake(
                        "lapse: nothing",
                        "lapse: nothing\n    pause: {while: ask}",
                        "small.yaml:49",
                        "a rule without a source"),
                mistake("lapse: nothing", "colour: red", "small.yaml:48", "'colour' is not known here"),
                mistake(
                        "kind: act\n    by: asked\n",
                        "kind: act\n    by: asked\n    exclude: ask\n",
                        "small.yaml:18",
                        "'exclude' is not known here"),
                mistake("{lapsed: hand-over}", "{lapsed: handing}", "small.yaml:49", "'handing' is not a limit"),
                mistake("ends: {when", "ends: {{when", "small.yaml", "not YAML"),
                mistake("celex: 32013R0604", "celex: Dublin", "small.yaml:4", "is not a CELEX number"),
                mistake(
                        "recorded-by: asking, source: \"1\"",
                        "recorded-by: asking, source: course",
                        "small.yaml:13",
                        "is not an article id"),
                mistake("definition: small@1", "definition: small", "small.yaml:1", "not the form that is needed"),
                mistake("semantics: 1\n", "semantics: 1\nsemantics: 1\n", "small.yaml:3", "unique names"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("mistakes")
    void each_mistake_is_refused_at_its_line(String right, String wrong, String place, String sentence) {
        assertThat(FINE).contains(right);
        var text = FINE.replace(right, wrong);

        var refused =
                catchThrowableOfType(DefinitionException.class, () -> DefinitionReader.readYaml("small.yaml", text));

        assertThat(refused).as("%s instead of %s", wrong, right).isNotNull();
        assertThat(refused.problems()).as(String.valueOf(refused.getMessage())).anySatisfy(problem -> {
            assertThat(problem.sentence()).contains(sentence);
            assertThat(problem.place()).startsWith(place);
        });
    }

    @Test
    void a_step_that_nothing_can_enable_is_refused() {
        var text = FINE.replace("{that: ask, else: refuse", "{that: answer, else: refuse");

        assertThatThrownBy(() -> DefinitionReader.readYaml("small.yaml", text))
                .hasMessageContaining("'answer' can never be recorded");
    }

    @Test
    void the_ledgers_form_has_no_prose_and_its_problems_name_a_path() {
        var content = DefinitionReader.readYaml("small.yaml", FINE).content();
        content.put("title", "Small");

        assertThatThrownBy(() -> DefinitionReader.read(content))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("title: 'title' is not known here; prose stays in the library");
    }

    @Test
    void prose_is_left_out_of_the_content_and_of_the_hash() {
        var plain = DefinitionReader.readYaml("small.yaml", FINE);
        var told = DefinitionReader.readYaml("small.yaml", "title: A small one\n" + FINE);

        assertThat(told.pin()).isEqualTo(plain.pin());
        assertThat(told.content()).isEqualTo(plain.content());
    }

    @Test
    void the_ledgers_form_gives_the_same_definition_back() {
        var definition = DefinitionReader.readYaml("small.yaml", FINE);

        assertThat(DefinitionReader.read(definition.content())).isEqualTo(definition);
    }

    private static Arguments mistake(String right, String wrong, String place, String sentence) {
        return Arguments.of(right, wrong, place, sentence);
    }
}
