// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DcrRunTest {

    @Test
    void a_condition_waits_until_it_was_executed() {
        var run = Graphs.run("a -->* b");
        assertThat(run.enabled()).containsExactly("a");
        assertThat(run.execute("b")).isFalse();
        assertThat(run.execute("a")).isTrue();
        assertThat(run.execute("b")).isTrue();
        assertThat(run.marking().executed()).containsExactly("a", "b");
    }

    @Test
    void a_condition_on_itself_is_never_enabled() {
        assertThat(Graphs.run("a -->* a").enabled()).isEmpty();
    }

    @Test
    void a_condition_that_is_excluded_does_not_count() {
        var run = Graphs.run("a -->* b", "c -->% a", "d -->+ a");
        run.execute("c");
        assertThat(run.enabled()).containsExactly("b", "c", "d");
        run.execute("d");
        assertThat(run.enabled()).containsExactly("a", "c", "d");
    }

    @Test
    void a_response_is_pending_until_it_is_executed() {
        var run = Graphs.run("a *--> b");
        assertThat(run.mayEnd()).isTrue();
        run.execute("a");
        assertThat(run.marking().pending()).containsExactly("b");
        assertThat(run.mayEnd()).isFalse();
        run.execute("b");
        assertThat(run.mayEnd()).isTrue();
    }

    @Test
    void a_response_to_itself_stays_pending() {
        var run = Graphs.run("a *--> a");
        run.execute("a");
        run.execute("a");
        assertThat(run.marking().pending()).containsExactly("a");
    }

    @Test
    void an_excluded_event_that_is_pending_keeps_nothing_open() {
        var run = Graphs.run("a *--> b", "c -->% b");
        run.execute("a");
        run.execute("c");
        assertThat(run.marking().pending()).containsExactly("b");
        assertThat(run.mayEnd()).isTrue();
    }

    @Test
    void a_milestone_waits_while_it_is_pending() {
        var run = Graphs.run("m --<> b", "a *--> m", "c -->% m");
        assertThat(run.enabled()).contains("b");
        run.execute("a");
        assertThat(run.enabled()).containsExactly("a", "c", "m");
        run.execute("m");
        assertThat(run.enabled()).contains("b");
    }

    @Test
    void a_milestone_that_is_excluded_does_not_count() {
        var run = Graphs.run("m --<> b", "a *--> m", "c -->% m");
        run.execute("a");
        run.execute("c");
        assertThat(run.enabled()).containsExactly("a", "b", "c");
    }

    @Test
    void an_include_wins_over_an_exclude_of_the_same_step() {
        var run = Graphs.run("a -->+ b", "a -->% b", "a -->% c");
        run.execute("a");
        assertThat(run.marking().included()).containsExactly("a", "b");
    }

    @Test
    void an_event_that_excludes_itself_happens_once() {
        var run = Graphs.run("a -->% a");
        assertThat(run.execute("a")).isTrue();
        assertThat(run.execute("a")).isFalse();
    }

    @Test
    void a_refused_or_unknown_event_changes_nothing() {
        var run = Graphs.run("a -->* b", "b *--> a", "b -->% c");
        var before = run.marking();
        assertThat(run.execute("b")).isFalse();
        assertThat(run.execute("nonsense")).isFalse();
        assertThat(run.execute("")).isFalse();
        assertThat(run.marking()).isEqualTo(before);
    }

    @Test
    void a_restart_goes_back_to_the_initial_marking() {
        var graph = Graphs.of(List.of("c"), List.of("b"), "a -->+ c", "a *--> c");
        var run = DcrProgram.of(graph).start();
        run.execute("b");
        run.execute("a");
        assertThat(run.marking()).isNotEqualTo(graph.marking());
        run.restart();
        assertThat(run.marking()).isEqualTo(graph.marking());
    }

    @Test
    void graphs_larger_than_a_machine_word_play_alike() {
        var chain = IntStream.range(0, 199)
                .mapToObj(i -> "e%03d -->* e%03d".formatted(i, i + 1))
                .toArray(String[]::new);
        var run = Graphs.run(chain);
        for (var i = 0; i < 200; i++) {
            assertThat(run.enabled()).hasSize(i + 1);
            assertThat(run.execute("e199")).isEqualTo(i == 199);
            assertThat(run.execute("e%03d".formatted(i))).isTrue();
        }
    }

    @Test
    void a_graph_that_names_what_it_does_not_declare_is_refused() {
        var relation = new DcrRelation(DcrRelation.Kind.RESPONSE, "a", "b");
        var nothing = DcrMarking.of(List.of(), List.of(), List.of());
        assertThatThrownBy(() -> new DcrGraph(List.of(new DcrEvent("a")), List.of(relation), nothing))
                .hasMessage("the event b is not declared");
        assertThatThrownBy(() -> new DcrGraph(List.of(new DcrEvent("a"), new DcrEvent("a")), List.of(), nothing))
                .hasMessage("the event a is declared twice");
        assertThatThrownBy(() -> new DcrGraph(List.of(), List.of(), DcrMarking.of(List.of(), List.of(), List.of("c"))))
                .hasMessage("the event c is not declared");
    }
}
