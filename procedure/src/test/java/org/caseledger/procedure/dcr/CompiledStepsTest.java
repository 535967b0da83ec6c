// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledStepsTest {

    @Test
    void a_step_becomes_an_event_of_those_who_record_it() {
        var compiled = Compiled.steps("- {step: act, kind: act, by: office, recorded-by: either, source: '1'}");
        assertThat(compiled.graph().events())
                .contains(new DcrEvent("act", "act", List.of("court", "office")))
                .contains(new DcrEvent("begun", "begun", List.of("office")));
        assertThat(compiled.graph().relations()).isEmpty();
    }

    @Test
    void a_closed_list_that_a_guard_asks_becomes_an_event_a_value() {
        var compiled = Compiled.steps("""
                - {step: first, kind: act, by: office, attrs: {way: [long, short], other: [a, b]}, source: '1'}
                - step: second
                  kind: act
                  by: office
                  needs: [{that: {first.way: short}, else: refuse, source: '1'}]
                  source: '1'
                """);
        assertThat(compiled.events())
                .containsExactly("begun", "first[way=long]", "first[way=short]", "heard", "second");
        assertThat(compiled.plays("first[way=long]", "second")).isFalse();
        assertThat(compiled.plays("first[way=short]", "second")).isTrue();
        assertThat(compiled.plays("first[way=short]", "first[way=long]", "second"))
                .isFalse();
    }

    @Test
    void an_optional_value_may_be_left_out() {
        var compiled = Compiled.steps("""
                - step: act
                  kind: act
                  by: office
                  attrs: {way: {values: [long, short], optional: true}}
                  needs: [{that: {any: [{way: short}, {not: {present: way}}]}, else: refuse, source: '1'}]
                  source: '1'
                """);
        assertThat(compiled.events()).containsExactly("act", "act[way=short]", "begun", "heard");
    }

    @Test
    void values_that_a_need_refuses_whatever_the_case_is_are_no_events() {
        var compiled = Compiled.steps("""
                - step: act
                  kind: act
                  by: office
                  attrs: {way: [long, short]}
                  needs: [{that: {way: short}, else: {irregular: too-long, effects: full}, source: '1'}]
                  source: '1'
                """);
        assertThat(compiled.events()).containsExactly("act[way=short]", "begun", "heard");
    }

    @Test
    void more_values_than_fit_are_not_told_apart() {
        var values = "[v1, v2, v3, v4, v5, v6, v7, v8, v9]";
        var compiled = Compiled.steps("""
                - {step: first, kind: act, by: office, attrs: {a: %s, b: %s}, source: '1'}
                - step: second
                  kind: act
                  by: office
                  needs: [{that: {first.a: v1, first.b: v1}, else: refuse, source: '1'}]
                  source: '1'
                """.formatted(values, values));
        assertThat(compiled.events()).hasSize(3 + 9).contains("first[a=v9]");
        assertThat(compiled.plays("first[a=v2]", "second")).isFalse();
        assertThat(compiled.plays("first[a=v1]", "second")).isTrue();
    }

    @Test
    void a_need_is_a_condition_whatever_holds_without_it() {
        for (var otherwise : List.of("refuse", "gap", "{irregular: too-soon, effects: none}")) {
            var compiled =
                    Compiled.steps("- {step: act, kind: act, by: office, source: '1', needs: [{that: begun, else: "
                            + otherwise + ", source: '1'}]}");
            assertThat(compiled.graph().relations())
                    .containsExactly(new DcrRelation(DcrRelation.Kind.CONDITION, "begun", "act"));
        }
    }

    @Test
    void a_fact_waits_for_nothing() {
        var compiled = Compiled.steps(
                "- {step: fact, kind: fact, by: office, source: '1', needs: [{that: begun, else: gap, source: '1'}]}");
        assertThat(compiled.plays("fact")).isTrue();
    }

    @Test
    void a_choice_becomes_a_gate_that_each_of_them_opens() {
        var compiled = Compiled.steps("- {step: act, kind: act, by: office, source: '1',"
                + " needs: [{that: {any: [begun, heard]}, else: refuse, source: '1'}]}");
        assertThat(compiled.graph().events()).contains(new DcrEvent("act.gate-1", "begun or heard", List.of()));
        assertThat(compiled.plays("act")).isFalse();
        assertThat(compiled.plays("act.gate-1")).isFalse();
        assertThat(compiled.plays("begun", "act")).isTrue();
        assertThat(compiled.plays("heard", "act")).isTrue();
    }

    @Test
    void all_of_a_need_are_asked() {
        var compiled = Compiled.steps("- {step: act, kind: act, by: office, source: '1',"
                + " needs: [{that: {all: [begun, heard]}, else: refuse, source: '1'}]}");
        assertThat(compiled.plays("begun", "act")).isFalse();
        assertThat(compiled.plays("begun", "heard", "act")).isTrue();
    }

    @Test
    void what_must_not_have_happened_shuts_a_gate() {
        var compiled = Compiled.steps("- {step: act, kind: act, by: office, source: '1',"
                + " needs: [{that: {not: heard}, else: refuse, source: '1'}]}");
        assertThat(compiled.plays("begun", "act")).isTrue();
        assertThat(compiled.plays("heard", "act")).isFalse();
    }

    @Test
    void how_often_is_left_out_but_not_that_it_happened() {
        var compiled = Compiled.steps("- {step: act, kind: act, by: office, source: '1',"
                + " needs: [{that: {times: {of: heard, at-least: 2}}, else: refuse, source: '1'}]}");
        assertThat(compiled.leftOut()).containsExactly("act, need, 32013R0604 Art 1: times: heard");
        assertThat(compiled.plays("act")).isFalse();
        assertThat(compiled.plays("heard", "act")).isTrue();
    }

    @Test
    void elapsed_time_is_left_out_but_not_that_both_days_are_known() {
        var compiled =
                Compiled.steps("- {step: act, kind: act, by: office, source: '1', needs: [{that: {elapsed: {from:"
                        + " heard, more-than: P1M}}, else: refuse, source: '1'}]}");
        assertThat(compiled.leftOut()).containsExactly("act, need, 32013R0604 Art 1: elapsed");
        assertThat(compiled.plays("act")).isFalse();
        assertThat(compiled.plays("heard", "act")).isTrue();
    }

    @Test
    void includes_and_excludes_map_directly() {
        var compiled = Compiled.steps("""
                - {step: give, kind: act, by: office, includes: [act], source: '1'}
                - {step: take, kind: act, by: office, excludes: [act], source: '1'}
                - {step: act, kind: act, by: office, starts: excluded, source: '1'}
                """);
        assertThat(compiled.plays("act")).isFalse();
        assertThat(compiled.plays("give", "act")).isTrue();
        assertThat(compiled.plays("give", "take", "act")).isFalse();
    }

    @Test
    void a_need_that_asks_only_an_excluded_act_is_not_asked() {
        var steps = """
                - {step: take, kind: act, by: office, excludes: [asked], source: '1'}
                - {step: asked, kind: act, by: office, attrs: {way: [long, short]}, source: '1'}
                - step: act
                  kind: act
                  by: office
                  needs: [{that: asked, else: refuse, source: '1'}]
                  source: '1'
                """;
        assertThat(Compiled.steps(steps).plays("act")).isFalse();
        assertThat(Compiled.steps(steps).plays("take", "act")).isTrue();
        var told = Compiled.steps(steps + """
                - step: other
                  kind: act
                  by: office
                  needs: [{that: {asked.way: short}, else: refuse, source: '1'}]
                  source: '1'
                """);
        assertThat(told.plays("act")).isFalse();
        assertThat(told.plays("take", "act")).isTrue();
        assertThat(told.plays("take", "other")).isFalse();
    }

    @Test
    void a_case_attribute_follows_those_who_set_it() {
        var compiled = Compiled.of(
                "{mood: [calm, tense]}",
                "",
                """
                - {step: calmed, kind: act, by: office, sets: [{values: {mood: calm}}], source: '1'}
                - {step: vexed, kind: act, by: office, sets: [{values: {mood: tense}}], source: '1'}
                """,
                "bars:\n  - {step: calmed, while: {case.mood: calm}, else: refuse, source: '1'}\n");
        assertThat(compiled.plays("calmed")).isFalse();
        assertThat(compiled.plays("vexed", "calmed")).isTrue();
        assertThat(compiled.plays("vexed", "calmed", "calmed")).isFalse();
    }

    @Test
    void a_value_that_is_set_under_a_guard_of_the_case_only_opens() {
        var compiled = Compiled.of("{mood: [calm, tense]}", "", """
                - {step: maybe, kind: act, by: office, sets: [{when: heard, values: {mood: tense}}], source: '1'}
                - {step: back, kind: act, by: office, sets: [{values: {mood: calm}}], source: '1'}
                - {step: act, kind: act, by: office, needs: [{that: {case.mood: tense}, else: refuse, source: '1'}], source: '1'}
                - {step: calmly, kind: act, by: office, needs: [{that: {case.mood: calm}, else: refuse, source: '1'}], source: '1'}
                """, "");
        assertThat(compiled.plays("act")).isFalse();
        assertThat(compiled.plays("maybe", "act")).isTrue();
        assertThat(compiled.plays("maybe", "calmly")).isTrue();
        assertThat(compiled.plays("maybe", "back", "act")).isFalse();
        assertThat(compiled.leftOut()).containsExactly("calmly, need, 32013R0604 Art 1: case.mood: calm, after maybe");
    }

    @Test
    void values_are_told_apart_only_where_the_graph_can_use_them() {
        var steps = """
                - step: told
                  kind: act
                  by: office
                  attrs: {reason: [ill, away]}
                  sets: [{when: {reason: ill}, values: {mood: tense}}]
                  source: '1'
                - {step: act, kind: act, by: office, source: '1'}
                """;
        var limit = """
                limits:
                  - limit: first
                    by: office
                    met-by: [act]
                    end: [{from: begun, within: P1M, source: '1'}]
                    late: {act: full}
                    extend: [{after: told, when: {case.mood: tense}, by-end: required, by: P1M, source: '1'}]
                    lapse: nothing
                """;
        var mood = "{mood: [calm, tense]}";
        assertThat(Compiled.of(mood, "", steps, limit).events()).contains("told");
        var bar =
                "bars:\n  - {step: act, while: {case.mood: tense}, else: {irregular: tense, effects: full}, source: '1'}\n";
        assertThat(Compiled.of(mood, "", steps, bar + limit).events())
                .contains("told[reason=away]", "told[reason=ill]")
                .doesNotContain("told");
    }
}
