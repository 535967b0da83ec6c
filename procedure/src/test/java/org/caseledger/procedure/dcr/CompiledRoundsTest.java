// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompiledRoundsTest {

    private final Compiled compiled = Compiled.of(
            "",
            "[{round: question}, {round: remedy, closed-by: ruled, when: {final: 'yes'}}]",
            """
            - {step: ask, kind: act, by: office, opens: question, source: '1'}
            - {step: answer, kind: act, by: office, in: question, needs: [{that: ask, else: refuse, source: '1'}], source: '1'}
            - {step: object, kind: act, by: office, in: question, needs: [{that: {not: answer}, else: refuse, source: '1'}], source: '1'}
            - {step: repeat, kind: act, by: office, in: question, needs: [{that: answer, else: refuse, source: '1'}], source: '1'}
            - {step: close, kind: act, by: office, needs: [{that: answer, else: refuse, source: '1'}], source: '1'}
            - {step: filed, kind: fact, by: office, opens: remedy, attrs: {weight: [heavy, light]}, source: '1'}
            - {step: ruled, kind: ruling, by: court, in: remedy, attrs: {final: ['yes', 'no']}, may-annul: [{step: ask, effect: from-start}], source: '1'}
            """,
            "bars:\n  - {step: close, while: {any-open: remedy, where: {filed.weight: heavy}}, else: refuse, source: '1'}\n");

    @Test
    void a_new_round_begins_anew_from_inside() {
        assertThat(compiled.plays("ask", "answer", "object")).isFalse();
        assertThat(compiled.plays("ask", "answer", "repeat")).isTrue();
        assertThat(compiled.plays("ask", "answer", "ask", "object")).isTrue();
        assertThat(compiled.plays("ask", "answer", "ask", "repeat")).isFalse();
    }

    @Test
    void from_outside_any_round_counts() {
        assertThat(compiled.plays("ask", "close")).isFalse();
        assertThat(compiled.plays("ask", "answer", "ask", "close")).isTrue();
    }

    @Test
    void an_open_round_bars_until_it_is_closed() {
        assertThat(compiled.plays("ask", "answer", "filed[weight=light]", "close"))
                .isTrue();
        assertThat(compiled.plays("ask", "answer", "filed[weight=heavy]", "close"))
                .isFalse();
        assertThat(compiled.plays("ask", "answer", "filed[weight=heavy]", "ruled[final=no]", "close"))
                .isFalse();
        assertThat(compiled.plays("ask", "answer", "filed[weight=heavy]", "ruled[final=yes]", "close"))
                .isTrue();
    }

    @Test
    void a_ruling_that_annuls_is_an_event_of_its_own() {
        assertThat(compiled.events()).contains("ruled[final=no]", "ruled[final=no,annuls=ask]");
        assertThat(compiled.plays("ask", "ruled[final=no]", "answer")).isTrue();
        assertThat(compiled.plays("ask", "ruled[final=no,annuls=ask]", "answer"))
                .isFalse();
        assertThat(compiled.plays("ask", "ruled[final=no,annuls=ask]", "ask", "answer"))
                .isTrue();
    }
}
