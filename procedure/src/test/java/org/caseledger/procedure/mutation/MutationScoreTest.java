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

    private static final Definition HUMANITARIAN = Scenarios.LIBRARY.definition("dublin3-humanitarian@1");

    private static final String REPLY = """
            definition: dublin3-humanitarian
            row: [D22]
            source: "computed by hand: two months from 4 May 2015"
            roles: {requesting: [AT-DUBLIN], requested: [BG-DUBLIN]}
            steps:
              - {step: lodged, date: 2015-03-09}
              - {step: request, date: 2015-05-04, irregular: without-consent}
            expect:
              - as-of: 2015-05-05
                limits: {reply: {end: 2015-07-04}}
            """;

    private static final MutationScore UNASKED = score(List.of());

    @Test
    void a_suite_without_scenarios_kills_nothing() {
        assertThat(UNASKED.killed()).isEmpty();
        assertThat(UNASKED.survived()).isNotEmpty();
        assertThat(UNASKED.score()).isZero();
    }

    @Test
    void a_scenario_kills_the_mutants_of_the_rule_that_it_holds_and_the_rest_survives() {
        var score = score(List.of(ScenarioReader.read("reply.yaml", REPLY, unused -> HUMANITARIAN)));

        assertThat(score.killed())
                .extracting(mutant -> mutant.path() + ": " + mutant.change())
                .contains(
                        "limits.reply.end[0].within: P2M becomes P1M",
                        "limits.reply.end[0].within: P2M becomes P3M",
                        "limits.reply.end[0].from.first-listed-of[1]: counted from lodged instead of request");
        assertThat(score.survived())
                .extracting(mutant -> mutant.path() + ": " + mutant.change())
                .contains("limits.transfer.end[0].within: P6M becomes P7M");
        assertThat(score.report())
                .startsWith("dublin3-humanitarian@1: " + score.killed().size() + " of ")
                .contains("survived: 29(1) confirmed | limits.transfer.end[0].within | P6M becomes P7M");
    }

    @Test
    void what_the_checker_refuses_counts_for_nothing() {
        assertThat(UNASKED.invalid())
                .extracting(Mutant::path)
                .contains("limits.reply.met-by[0]")
                .doesNotContain("limits.reply.end[0].within");
    }

    @Test
    void what_is_equivalent_by_construction_counts_for_nothing_and_is_told_with_its_reason() {
        assertThat(UNASKED.equivalent()).isNotEmpty();
        assertThat(UNASKED.valid() + UNASKED.invalid().size() + UNASKED.leftOut())
                .isEqualTo(Mutator.of(HUMANITARIAN).size());
        UNASKED.equivalent().forEach((reason, mutants) -> assertThat(UNASKED.report())
                .contains("left out: " + mutants.size() + " | " + reason));
    }

    private static MutationScore score(List<Scenario> suite) {
        return MutationScore.of(HUMANITARIAN, Scenarios.LIBRARY.calendarsOf(HUMANITARIAN), suite);
    }
}
