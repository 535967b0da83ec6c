// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EquivalencesTest {

    private static final String DEFINITION = """
            definition: asked@1
            semantics: 1
            title: A question and its answer
            conflicts: []
            channel: common
            calendar: reg-1182-71@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {asking: one, asked: one}
            opening: {role: asking, steps: [ask]}
            readings:
              - {reading: roll-over, kind: note, preferred: none, other: [moves], calendar: reg-1182-71@1, source: 1(1)}
              - {reading: day, kind: span, preferred: last, other: [next], source: 1(1)}
            attributes: {mood: [calm, cross], end: [open, over]}
            rounds:
              - {round: meeting, closed-by: [left]}
            steps:
              - {step: ask, kind: act, by: asking, source: 1(1)}
              - step: meet
                kind: act
                by: asking
                opens: meeting
                attrs: {kind: [long, short]}
                source: 1(2)
              - {step: begun, kind: fact, by: asked, in: meeting, source: 1(2)}
              - {step: left, kind: act, by: asked, in: meeting, source: 1(2)}
              - step: wave
                kind: act
                by: asking
                attrs: {hand: [left, right]}
                needs: [{that: answer, else: {irregular: too-early, effects: full}, source: 1(4)}]
                source: 1(4)
              - {step: extended, kind: act, by: asked, source: 1(3)}
              - {step: more-time, kind: act, by: asked, source: 1(3)}
              - step: quash
                kind: ruling
                by: asked
                may-annul: [{step: meet, effect: from-start}]
                source: 1(2)
              - {step: remind, kind: act, by: asking, source: 1(4)}
              - {step: thank, kind: act, by: asking, source: 1(4)}
              - step: answer
                kind: act
                by: asked
                sets: [{values: {mood: calm}, reopens: true}]
                source: 2(1)
            limits:
              - limit: reply
                by: asked
                met-by: [answer]
                end: [{from: ask, within: P1M, source: 2(1)}]
                late: {answer: full}
                extend:
                  - {after: extended, by-end: required, by: P1M, source: 1(3)}
                lapse:
                  sets: {end: over}
                  deemed-on: {reading: day, options: {last: end, next: day-after}}
                  final: true
                  source: 2(2)
              - limit: thanks
                by: asking
                met-by: [thank]
                end: [{from: answer, within: P1W, source: 1(4)}]
                late: {thank: full}
                lapse: nothing
              - limit: patience
                by: asking
                met-by: [remind]
                end: [{from: ask, within: no-time, source: 1(4)}]
                late: {remind: full}
                lapse: nothing
              - limit: stay
                in: meeting
                by: asked
                met-by: [left]
                end: [{from: {first-listed-of: [begun, meet]}, within: P1D, source: 1(2)}]
                late: {left: full}
                lapse: nothing
              - limit: warmth
                by: asking
                met-by: [thank]
                end: [{from: remind, within: P1W, source: 1(4)}]
                late: {thank: full}
                hold: {while: {any-open: meeting}, source: 1(2)}
                revise:
                  - {after: more-time, by-end: required, end: {from: same, within: P2W}, source: 1(3)}
                lapse: nothing
            ends: {when: answer, source: 2(1)}
            """;

    /** Why nothing can tell two definitions apart in one of which a rule is another; empty if something might. */
    private static Optional<String> reason(String rule, String other) {
        return reason(DEFINITION, rule, other);
    }

    private static Optional<String> reason(String definition, String rule, String other) {
        assertThat(definition).containsOnlyOnce(rule);
        return Equivalences.of(read(definition)).reason(read(definition.replace(rule, other)));
    }

    private static Definition read(String text) {
        return DefinitionReader.readYaml("asked.yaml", text);
    }

    @Test
    void every_reason_is_another() {
        assertThat(Equivalences.ALL).extracting(Equivalence::reason).doesNotHaveDuplicates();
    }

    @Test
    void another_period_is_not_equivalent() {
        assertThat(reason("from: ask, within: P1M", "from: ask, within: P2M")).isEmpty();
    }

    @Test
    void the_same_rules_in_other_words_are_the_same_program() {
        assertThat(reason("late: {answer: full}", "late: {answer: [anchors, sets, annuls, includes, closes, moves]}"))
                .contains("the same program");
        assertThat(reason("from: ask, within: P1M", "from: {first-listed-of: [ask]}, within: P1M"))
                .contains("the same program");
    }

    @Nested
    class Late_for_a_limit_without_an_end {

        private static final String ANCHOR = DEFINITION.replace("late: {remind: full}", "late: {remind: [anchors]}");

        @Test
        void nothing_is() {
            assertThat(reason("late: {remind: full}", "late: {remind: none}"))
                    .contains("nothing is late for a limit without an end");
        }

        @Test
        void something_is_once_the_limit_has_an_end() {
            assertThat(reason(
                            DEFINITION.replace("from: ask, within: no-time", "from: ask, within: P1D"),
                            "late: {remind: full}",
                            "late: {remind: none}"))
                    .isEmpty();
        }

        @Test
        void something_is_where_a_verb_gives_it_one() {
            var revised = ANCHOR.replace(
                    "late: {remind: [anchors]}\n",
                    "late: {remind: [anchors]}\n    revise: [{after: extended, by-end: required,"
                            + " end: {from: same, within: P1D}, source: 1(3)}]\n");

            assertThat(reason(revised, "late: {remind: [anchors]}", "late: {remind: none}"))
                    .isEmpty();
        }

        @Test
        void its_anchor_is_told_and_not_equivalent() {
            assertThat(reason("from: ask, within: no-time", "from: meet, within: no-time"))
                    .isEmpty();
        }
    }

    @Nested
    class A_late_step_without_such_an_effect {

        @Test
        void loses_nothing() {
            assertThat(reason("late: {answer: full}", "late: {answer: [anchors, sets]}"))
                    .contains("the late step has no such effect");
        }

        @Test
        void is_not_one_from_which_a_limit_is_counted() {
            assertThat(reason("late: {answer: full}", "late: {answer: [sets]}")).isEmpty();
        }

        @Test
        void is_not_one_that_sets_something() {
            assertThat(reason("late: {answer: full}", "late: {answer: [anchors]}"))
                    .isEmpty();
        }

        @Test
        void is_not_one_that_closes_its_round() {
            assertThat(reason("late: {left: full}", "late: {left: none}")).isEmpty();
            assertThat(reason("late: {left: full}", "late: {left: [closes]}"))
                    .contains("the late step has no such effect");
        }

        @Test
        void is_not_one_that_moves_a_limit() {
            var moved = DEFINITION
                    .replace("after: extended", "after: [extended, thank]")
                    .replace("late: {thank: full}\n    hold", "late: {thank: none}\n    hold");

            assertThat(reason(moved, "late: {thank: full}", "late: {thank: none}"))
                    .isEmpty();
        }

        @Test
        void has_none_under_whatever_guard() {
            assertThat(reason(
                            "late: {left: full}",
                            "late: {left: [{when: {meet.kind: long}, effects: [closes]}, {effects: full}]}"))
                    .contains("the late step has no such effect");
            assertThat(reason(
                            "late: {left: full}",
                            "late: {left: [{when: {meet.kind: long}, effects: none}, {effects: full}]}"))
                    .isEmpty();
        }
    }

    @Nested
    class By_the_end_or_after_it {

        @Test
        void is_the_same_where_the_limit_lapses_at_once() {
            assertThat(reason("after: extended, by-end: required", "after: extended, by-end: any-time"))
                    .contains("after its end the limit is gone");
        }

        @Test
        void is_the_same_after_another_extension_on_the_same_day_but_not_after_a_revision() {
            var extended = "by: P1M, source: 1(3)}\n";
            var twice = DEFINITION.replace(
                    extended, extended + "      - {after: extended, by-end: required, by: P3M, source: 1(3)}\n");
            var revision = "[{after: extended, by-end: required, end: {from: ask, within: P1D}, source: 1(3)}]";
            var revised = DEFINITION.replace(
                    "    extend:", "    revise: " + revision + System.lineSeparator() + "    extend:");

            assertThat(reason(twice, "by-end: required, by: P3M", "by-end: any-time, by: P3M"))
                    .contains("after its end the limit is gone");
            assertThat(reason(revised, "by-end: required, by: P1M", "by-end: any-time, by: P1M"))
                    .isEmpty();
        }

        @Test
        void is_not_where_a_hold_keeps_it_running() {
            assertThat(reason("after: more-time, by-end: required", "after: more-time, by-end: any-time"))
                    .isEmpty();
        }

        @Test
        void is_not_where_its_end_has_an_hour() {
            assertThat(reason(
                            DEFINITION.replace("from: ask, within: P1M", "from: ask, within: 72 hours"),
                            "after: extended, by-end: required",
                            "after: extended, by-end: any-time"))
                    .isEmpty();
        }

        @Test
        void is_not_for_a_lapse_that_may_come_on_the_same_day() {
            assertThat(reason(
                            DEFINITION
                                    .replace(
                                            "late: {thank: full}\n    lapse: nothing",
                                            "late: {thank: full}\n    lapse: {as: no-thanks, source: 1(4)}")
                                    .replace("after: extended", "after: [extended, no-thanks]"),
                            "by-end: required, by:",
                            "by-end: any-time, by:"))
                    .isEmpty();
        }
    }

    @Nested
    class What_opens_a_round {

        @Test
        void comes_before_all_else_in_it() {
            assertThat(reason("first-listed-of: [begun, meet]", "latest-of: [begun, meet]"))
                    .contains("what opens a round comes first in it");
        }

        @Test
        void may_be_missing_from_a_round_that_a_gap_opened() {
            assertThat(reason("first-listed-of: [begun, meet]", "first-listed-of: [meet, begun]"))
                    .isEmpty();
            assertThat(reason("first-listed-of: [begun, meet]", "earliest-of: [begun, meet]"))
                    .isEmpty();
        }

        @Test
        void may_come_after_what_is_not_in_it() {
            assertThat(reason(
                            DEFINITION.replace("first-listed-of: [begun, meet]", "first-listed-of: [ask, meet]"),
                            "first-listed-of: [ask, meet]",
                            "latest-of: [ask, meet]"))
                    .isEmpty();
        }

        @Test
        void may_be_seen_in_other_rounds_from_outside() {
            assertThat(reason(
                            DEFINITION.replace(
                                    "end: [{from: ask, within: P1M",
                                    "end: [{from: {first-listed-of: [begun, meet]}, within: P1M"),
                            "{first-listed-of: [begun, meet]}, within: P1M",
                            "{latest-of: [begun, meet]}, within: P1M"))
                    .isEmpty();
        }
    }

    @Nested
    class An_annulment {

        @Test
        void of_what_opened_a_round_and_anchors_only_there_leaves_the_same() {
            assertThat(reason("effect: from-start", "effect: from-then"))
                    .contains("annulled either way it leaves the same");
        }

        @Test
        void takes_back_what_was_set() {
            var sets = DEFINITION.replace("opens: meeting", "opens: meeting\n    sets: [{values: {mood: cross}}]");

            assertThat(reason(sets, "effect: from-start", "effect: from-then")).isEmpty();
        }

        @Test
        void takes_the_anchor_from_limits_outside_the_round() {
            var anchors = DEFINITION.replace("from: remind, within: P1W", "from: meet, within: P1W");

            assertThat(reason(anchors, "effect: from-start", "effect: from-then"))
                    .isEmpty();
        }
    }

    @Nested
    class A_note {

        @Test
        void prefers_nothing_that_is_asked() {
            assertThat(reason("preferred: none, other: [moves]", "preferred: moves, other: [none]"))
                    .contains("a note's preference is asked by nothing");
        }

        @Test
        void is_no_span_whose_preference_is_the_headline() {
            assertThat(reason("preferred: last, other: [next]", "preferred: next, other: [last]"))
                    .isEmpty();
        }
    }

    @Nested
    class An_unlawful_step {

        private static final String FULL = "too-early, effects: full";
        private static final String NONE = "too-early, effects: none";

        @Test
        void that_nothing_speaks_of_has_no_effect_either_way() {
            assertThat(reason(FULL, NONE)).contains("the unlawful step has no effect");
        }

        @Test
        void is_still_unlawful_and_not_refused() {
            assertThat(reason("{irregular: too-early, effects: full}", "refuse"))
                    .isEmpty();
            assertThat(reason("too-early", "too-late")).isEmpty();
        }

        @Test
        void that_a_guard_asks_for_has_one() {
            assertThat(reason(DEFINITION.replace("ends: {when: answer", "ends: {when: wave"), FULL, NONE))
                    .isEmpty();
        }

        @Test
        void that_meets_a_limit_has_one() {
            var met = DEFINITION
                    .replace("met-by: [remind]", "met-by: [remind, wave]")
                    .replace("late: {remind: full}", "late: {remind: full, wave: full}");

            assertThat(reason(met, FULL, NONE)).isEmpty();
        }

        @Test
        void whose_unknown_might_change_something_is_asked() {
            assertThat(reason(DEFINITION.replace("hand: [left, right]", "hand: [left, unknown]"), FULL, NONE))
                    .isEmpty();
        }
    }

    @Nested
    class What_a_final_lapse_set {

        @Test
        void is_nothing_that_the_step_could_reopen() {
            assertThat(reason("reopens: true", "reopens: false")).contains("nothing final to reopen");
        }

        @Test
        void is_reopened_where_it_is_the_same_attribute() {
            assertThat(reason(
                            DEFINITION.replace("values: {mood: calm}", "values: {mood: calm, end: open}"),
                            "reopens: true",
                            "reopens: false"))
                    .isEmpty();
        }

        @Test
        void is_as_final_as_nothing_else_sets_it() {
            assertThat(reason("final: true", "final: false")).contains("no other rule sets what is final");
        }

        @Test
        void is_final_where_a_step_sets_it_too() {
            assertThat(reason(
                            DEFINITION.replace("values: {mood: calm}", "values: {mood: calm, end: open}"),
                            "final: true",
                            "final: false"))
                    .isEmpty();
        }
    }
}
