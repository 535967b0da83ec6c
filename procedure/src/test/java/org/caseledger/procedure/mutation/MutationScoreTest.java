// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.scenario.Scenario;
import org.caseledger.procedure.scenario.ScenarioReader;
import org.caseledger.procedure.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class MutationScoreTest {

    private static final Definition TAKE_BACK = Scenarios.LIBRARY.definition("dublin3-take-back@1");

    private static final String REPLY = """
            definition: dublin3-take-back
            row: [D12]
            source: "computed by hand: two weeks from 4 May 2015"
            roles: {requesting: [AT-DUBLIN], requested: [BG-DUBLIN]}
            steps:
              - {step: lodged, date: 2015-03-09}
              - {step: request, date: 2015-05-04, attrs: {basis: eurodac}}
            expect:
              - as-of: 2015-05-05
                limits: {reply: {end: 2015-05-18}}
            """;

    @Test
    void a_suite_without_scenarios_kills_nothing() {
        var score = score(List.of());

        assertThat(score.killed()).isEmpty();
        assertThat(score.survived()).isNotEmpty();
        assertThat(score.score()).isZero();
    }

    @Test
    void a_scenario_kills_the_mutants_of_the_rule_that_it_holds_and_the_rest_survives() {
        var score = score(List.of(ScenarioReader.read("reply.yaml", REPLY, unused -> TAKE_BACK)));

        assertThat(score.killed())
                .extracting(mutant -> mutant.path() + ": " + mutant.change())
                .contains(
                        "limits.reply.end[1].within: P2W becomes P1W",
                        "limits.reply.end[1].within: P2W becomes P3W",
                        "limits.reply.end[1].from.first-listed-of[1]: counted from lodged instead of request");
        assertThat(score.survived())
                .extracting(mutant -> mutant.path() + ": " + mutant.change())
                .contains("limits.reply.end[2].within: P1M becomes P2M", "limits.transfer.hold: without hold");
        assertThat(score.report())
                .startsWith("dublin3-take-back@1: " + score.killed().size() + " of ")
                .contains("survived: 25(1) | limits.reply.end[2].within | P1M becomes P2M");
    }

    @Test
    void what_the_checker_refuses_counts_for_nothing() {
        var score = score(List.of());

        assertThat(score.invalid())
                .extracting(Mutant::path)
                .contains("limits.reply.lapse.as")
                .doesNotContain("limits.reply.end[0].within");
        assertThat(score.survived().size() + score.invalid().size())
                .isEqualTo(Mutator.of(TAKE_BACK).size());
    }

    private static MutationScore score(List<Scenario> suite) {
        return MutationScore.of(TAKE_BACK, Scenarios.LIBRARY.calendarsOf(TAKE_BACK), suite);
    }
}
