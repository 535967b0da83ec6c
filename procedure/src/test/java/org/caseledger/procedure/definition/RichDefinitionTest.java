// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every construct in one definition; each mistake in one of them is found. */
class RichDefinitionTest {

    private static final String RICH = """
            definition: rich@1
            semantics: 1
            calendar: days@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {owner: one, member: many}
            opening: {role: owner, steps: [begun]}
            attributes: {mood: [calm, tense]}
            readings:
              - {reading: day, kind: span, preferred: last, other: [next], source: "1"}
              - {reading: roll, kind: note, preferred: no-roll, other: [rolls], calendar: rolling@1, source: {article: 3(4), celex: 31971R1182, confirmed: false}}
            rounds:
              - {round: question}
              - {round: remedy, closed-by: ruled, when: {good: done-with}}
            steps:
              - {step: begun, kind: fact, by: owner, attrs: {stated: {type: date, optional: true}}, source: "1"}
              - {step: ask, kind: act, by: owner, opens: question, attrs: {way: {values: [short, long]}}, source: "1"}
              - {step: filed, kind: fact, by: somebody, recorded-by: either, opens: remedy, source: {article: "2"}}
              - {step: ruled, kind: ruling, by: court, recorded-by: owner, in: remedy, attrs: {good: [done-with, open]}, may-annul: [{step: ask, effect: from-start}], source: "1"}
              - {step: voted, kind: act, by: member, each: member, source: "1"}
              - step: after-lapse
                kind: act
                by: owner
                needs: [{that: {all: [gone, {not: ruled}]}, else: refuse, source: "1"}]
                source: "1"
              - step: after-any
                kind: act
                by: owner
                needs: [{that: {any: [after-lapse, ask]}, else: refuse, source: "1"}]
                source: "1"
              - step: after-open
                kind: act
                by: owner
                needs: [{that: {any-open: question, where: {ask.way: short}}, else: refuse, source: "1"}]
                source: "1"
              - step: after-votes
                kind: act
                by: owner
                needs: [{that: {each: member, is: voted}, else: refuse, source: "1"}]
                source: "1"
              - step: after-stated
                kind: act
                by: owner
                needs: [{that: stated-gone, else: refuse, source: "1"}]
                sets: [{when: {case.mood: calm}, values: {mood: tense}}]
                source: "1"
              - step: after-both
                kind: act
                by: owner
                needs: [{that: both-gone, else: {irregular: too-soon, effects: full}, source: "1"}]
                source: "1"
            bars:
              - {step: after-any, while: {any-open: remedy}, else: refuse, source: "1"}
            limits:
              - limit: first
                by: owner
                met-by: [after-any]
                end: [{from: {earliest-of: [begun, ask]}, within: P1Y2M, source: "1"}]
                late: {after-any: full}
                hold: {while: {any-open: remedy}, source: "1"}
                restart: [{after: ruled, when: {good: done-with}, from: ruled, source: "1"}]
                extend: [{after: filed, by-end: any-time, by: P1W, source: "1"}]
                release: [{after: after-votes, source: "1"}]
                lapse: {as: gone, deemed-on: {reading: day, options: {last: end, next: day-after}}, final: true, source: "1"}
              - limit: second
                by: owner
                met-by: [{step: ask, when: {way: long}}]
                end: [{earliest-of: [{stated: begun.stated}, {from: begun, within: no-time}], source: "1"}]
                late: {ask: none}
                lapse: {as: stated-gone, sets: {mood: calm}, source: "1"}
              - limit: third
                each: member
                by: member
                met-by: [voted]
                end: [{latest-of: [{stated: begun.stated}, {from: begun, within: P1D}], source: "1"}]
                late: {voted: full}
                lapse: {as: both-gone, source: "1"}
            ends: {when: {all: [after-any, {lapsed: third}]}, source: "1"}
            """;

    @Test
    void every_construct_is_read_as_it_is_written() {
        var definition = DefinitionReader.readYaml("rich.yaml", RICH);
        var first = definition.limits().get(0);

        assertThat(definition.limit("first")).isEqualTo(first);
        assertThat(definition.limit("none")).isNull();
        assertThat(first.end().get(0).term())
                .isEqualTo(new Term.Counted(
                        new Anchor.EarliestOf(List.of(new Point.Happening("begun"), new Point.Happening("ask"))),
                        new Within.Dates(Period.of(1, 2, 0))));
        assertThat(first.verbs()).extracting(Verb::word).containsExactly("restart", "extend", "release");
        assertThat(first.lapse())
                .isEqualTo(new Lapse(
                        "gone",
                        List.of(),
                        new Lapse.DeemedOn("day", new TreeMap<>(Map.of("last", 0, "next", 1))),
                        true,
                        List.of(),
                        new Source("32013R0604", "1", true)));
        assertThat(first.late()).containsEntry("after-any", List.of(new Late(null, new TreeSet<>(Late.FULL))));
        assertThat(definition.limits().get(1).late()).containsEntry("ask", List.of(new Late(null, new TreeSet<>())));
        assertThat(definition.limits().get(1).lapse())
                .isEqualTo(new Lapse(
                        "stated-gone",
                        List.of(new Assignment(null, new TreeMap<>(Map.of("mood", "calm")), false)),
                        null,
                        false,
                        List.of(),
                        new Source("32013R0604", "1", true)));
        assertThat(definition.limits().get(1).metBy().get(0).when()).isNotNull();
        assertThat(definition.limits().get(2).scope()).isEqualTo(new Scope.Each("member"));
        assertThat(definition.calendars()).containsExactly("days@1", "rolling@1");
        assertThat(definition.readings().get(1).source()).isEqualTo(new Source("31971R1182", "3(4)", false));
        assertThat(step(definition, "filed").recorders()).containsExactly("member", "owner");
        assertThat(step(definition, "filed").source()).isEqualTo(new Source("32013R0604", "2", true));
        assertThat(attribute(definition, "begun", "stated").optional()).isTrue();
        assertThat(attribute(definition, "ask", "way").optional()).isFalse();
        assertThat(step(definition, "after-both").needs().get(0).otherwise())
                .isEqualTo(new Otherwise.Irregular("too-soon", true));
        assertThat(Sources.of(definition)).contains(new Source("31971R1182", "3(4)", false));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "that: {all: [gone, {not: ruled}]}",
                        "that: {all: [gone, after-lapse]}",
                        "'after-lapse' can never"),
                mistake(
                        "that: {any: [after-lapse, ask]}",
                        "that: {any: [after-any, after-any]}",
                        "'after-any' can never"),
                mistake("{ask.way: short}}, else", "after-open}, else", "'after-open' can never"),
                mistake("is: voted}", "is: after-votes}", "'after-votes' can never"),
                mistake("- limit: second", "- limit: first", "'first' is declared twice"),
                mistake(
                        "{round: question}",
                        "{round: question}\n  - {round: question}",
                        "'question' is declared twice"),
                mistake("- {reading: roll, ", "- {reading: day, ", "'day' is declared twice"),
                mistake("when: {good: done-with}}\nsteps", "when: {good: worse}}\nsteps", "'worse' is not a value"),
                mistake("hold: {while: {any-open: remedy}", "hold: {while: {any-open: ask}", "'ask' is not a round"),
                mistake(
                        "{any-open: question, where: {ask.way: short}}",
                        "{any-open: question, where: never}",
                        "'never' is not a step"),
                mistake("{each: member, is: voted}", "{each: member, is: never}", "'never' is not a step"),
                mistake("{any: [after-lapse, ask]}", "{any: [never, ask]}", "'never' is not a step"),
                mistake("{not: ruled}", "{not: never}", "'never' is not a step"),
                mistake("earliest-of: [begun, ask]", "earliest-of: [begun, never]", "'never' is not a step"),
                mistake("earliest-of: [begun, ask]", "first-listed-of: [never]", "'never' is not a step"),
                mistake("earliest-of: [{stated: begun.stated}", "earliest-of: [{stated: begun.other}", "is not a date"),
                mistake("latest-of: [{stated: begun.stated}", "latest-of: [{stated: ask.stated}", "is not a date"),
                mistake(
                        "latest-of: [{stated: begun.stated}",
                        "latest-of: [{stated: begun}",
                        "must name a step and its attribute"),
                mistake("from: ruled, source", "from: never, source", "'never' is not a step"),
                mistake(
                        "{after: ruled, when: {good: done-with}",
                        "{after: ruled, when: {good: never}",
                        "'never' is not a value"),
                mistake("{step: ask, when: {way: long}}", "{step: ask, when: {way: wide}}", "'wide' is not a value"),
                mistake("when: {case.mood: calm}", "when: {case.mood: wild}", "'wild' is not a value"),
                mistake("is: voted}, else", "is: voted, where: ask}, else", "'where' belongs to 'any-open'"),
                mistake(
                        "any-open: question, where: {ask.way: short}",
                        "any-open: question, is: ask",
                        "'is' belongs to 'each'"),
                mistake("that: stated-gone", "that: {}", "a guard without content"),
                mistake("each: member, source", "each: member, in: question, source", "exclude each other"),
                mistake("final: true", "final: maybe", "must be true or false"),
                mistake("semantics: 1", "semantics: one", "must be a number"),
                mistake("rounds:\n", "rounds: none\nround-list:\n", "'round-list' is not known here"),
                mistake("may-annul: [{step: ask, effect: from-start}]", "may-annul: ask", "must be a list"),
                mistake("opening: {role: owner, steps: [begun]}", "opening: begun", "must have named fields"),
                mistake("by: somebody, recorded-by: either", "by: [somebody]", "must be a word"),
                mistake("article: 3(4)", "article: three", "is not an article id"),
                mistake("celex: 31971R1182", "celex: OJ", "is not a CELEX number"),
                mistake("semantics: 1\n", "", "'semantics' is missing"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mistakes")
    void each_mistake_is_found_at_its_line(String right, String wrong, String sentence) {
        assertThat(RICH).contains(right);
        var text = RICH.replace(right, wrong);

        var refused =
                catchThrowableOfType(DefinitionException.class, () -> DefinitionReader.readYaml("rich.yaml", text));

        assertThat(refused).as("%s instead of %s", wrong, right).isNotNull();
        assertThat(refused.problems())
                .extracting(DefinitionException.Problem::sentence)
                .anySatisfy(said -> assertThat(said).contains(sentence));
        assertThat(refused.problems())
                .extracting(DefinitionException.Problem::place)
                .allMatch(place -> place.startsWith("rich.yaml:"));
    }

    private static Arguments mistake(String right, String wrong, String sentence) {
        return Arguments.of(right, wrong, sentence);
    }

    private static StepType step(Definition definition, String name) {
        return Objects.requireNonNull(definition.step(name));
    }

    private static Attribute attribute(Definition definition, String step, String name) {
        return Objects.requireNonNull(step(definition, step).attribute(name));
    }
}
