// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledLimitsTest {

    private static final String STEPS = """
            - {step: act, kind: act, by: office, source: '1'}
            - {step: freed, kind: act, by: office, source: '1'}
            - {step: after, kind: act, by: office, needs: [{that: gone, else: refuse, source: '1'}], source: '1'}
            """;

    @Test
    void a_limit_is_owed_from_its_anchor_until_it_is_met() {
        var compiled = limit("");
        assertThat(compiled.plays("heard") && compiled.owed().isEmpty()).isTrue();
        assertThat(compiled.plays("begun") && compiled.owed().contains("first.due"))
                .isTrue();
        assertThat(compiled.plays("begun", "act") && compiled.owed().isEmpty()).isTrue();
        assertThat(compiled.plays("begun", "act", "begun") && compiled.owed().isEmpty())
                .isTrue();
        assertThat(compiled.plays("begun", "first.due")).isFalse();
    }

    @Test
    void a_limit_lapses_by_an_event_that_nobody_executes() {
        var compiled = limit("");
        assertThat(compiled.graph().events()).contains(new DcrEvent("gone", "gone", List.of()));
        assertThat(compiled.plays("gone")).isFalse();
        assertThat(compiled.plays("begun", "gone", "after") && compiled.owed().isEmpty())
                .isTrue();
        assertThat(compiled.plays("begun", "act", "gone")).isFalse();
        assertThat(compiled.plays("begun", "gone", "gone")).isFalse();
        assertThat(compiled.plays("begun", "after")).isFalse();
    }

    @Test
    void a_release_ends_the_limit() {
        var compiled = limit("release: [{after: freed, source: '1'}]");
        assertThat(compiled.plays("begun", "freed") && compiled.owed().isEmpty())
                .isTrue();
        assertThat(compiled.plays("begun", "freed", "gone")).isFalse();
    }

    @Test
    void a_limit_that_is_held_does_not_lapse() {
        var compiled = limit("hold: {while: {not: heard}, source: '1'}");
        assertThat(compiled.plays("begun", "gone")).isFalse();
        assertThat(compiled.plays("begun", "heard", "gone")).isTrue();
    }

    @Test
    void what_passes_without_consequence_stays_owed() {
        var compiled = Compiled.of("", "", "- {step: act, kind: act, by: office, source: '1'}\n", """
                limits:
                  - limit: first
                    by: office
                    met-by: [act]
                    end: [{from: begun, within: P1M, source: '1'}]
                    late: {act: full}
                    lapse: nothing
                """);
        assertThat(compiled.plays("begun", "first.lapsed") && compiled.owed().contains("first.due"))
                .isTrue();
        assertThat(compiled.plays("begun", "first.lapsed", "act")
                        && compiled.owed().isEmpty())
                .isTrue();
    }

    @Test
    void a_duty_without_an_end_never_lapses() {
        var compiled = Compiled.of("", "", "- {step: act, kind: act, by: office, source: '1'}\n", """
                limits:
                  - limit: first
                    by: office
                    met-by: [act]
                    end: [{from: begun, within: no-time, source: '1'}]
                    late: {act: full}
                    lapse: nothing
                """);
        assertThat(compiled.events()).containsExactly("act", "begun", "heard");
        assertThat(compiled.plays("begun") && compiled.owed().contains("first.due"))
                .isTrue();
    }

    private static Compiled limit(String more) {
        return Compiled.of("", "", STEPS, """
                limits:
                  - limit: first
                    by: office
                    met-by: [act]
                    end: [{from: begun, within: P1M, source: '1'}]
                    late: {act: full}
                %s
                    lapse: {as: gone, source: '1'}
                """.formatted(more.indent(4).stripTrailing()));
    }
}
