// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caseledger.procedure.definition.WholeLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutatorTest {

    private static final List<Mutant> MUTANTS = Mutator.of(WholeLanguage.definition());

    @Test
    void no_two_mutants_are_alike_and_none_is_the_definition() {
        assertThat(MUTANTS).extracting(Mutant::content).doesNotHaveDuplicates();
        assertThat(MUTANTS)
                .extracting(Mutant::content)
                .doesNotContain(WholeLanguage.definition().content());
    }

    @Test
    void every_mutant_belongs_to_a_rule() {
        assertThat(MUTANTS)
                .filteredOn(mutant -> !mutant.path().startsWith("rounds"))
                .allSatisfy(mutant -> assertThat(mutant.source()).isNotEmpty());
    }

    @Test
    void attributes_of_steps_are_no_rules_whatever_their_names() {
        assertThat(MUTANTS).extracting(Mutant::path).noneMatch(path -> path.contains(".attrs"));
    }

    @Test
    void a_mutant_knows_the_names_that_its_rule_speaks_of() {
        assertThat(MUTANTS)
                .filteredOn(mutant -> mutant.path().equals("limits.transfer.extend[0].by"))
                .allSatisfy(mutant -> assertThat(mutant.words()).contains("transfer", "ask"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                limits.reply.end[2].within                 | P1M2W becomes P2M2W
                limits.reply.end[2].within                 | P1M2W becomes P1M1W
                limits.reply.end[0].within                 | 72 hours becomes 71 hours
                parameters.decision-period.values[1].value | 30 working-days becomes 31 working-days
                limits.vote.end[0].within                  | no-time becomes P1M
                limits.transfer.extend[0].by               | P1W becomes P2W
                steps.handed-over.needs[0].that.elapsed.more-than | P1W becomes P2W
                limits.transfer.end[0].from                | counted from begun instead of decide
                limits.reply.end[2].from.first-listed-of[0] | counted from begun instead of ask
                limits.reply.end[2].from                   | first-listed-of becomes latest-of
                limits.decision.end[0].from                | latest-of becomes earliest-of
                limits.transfer.revise[0].end.latest-of[0].from | counted from the trigger instead of the anchor
                limits.reply.end[0].when                   | without its guard {ask.way:short}
                limits.transfer.hold.while                 | holds where it did not: {any-open:question}
                limits.transfer.revise[0].when             | does not ask case.mood any more
                bars[0].while.where                        | any open round instead of where {ask.way:short}
                ends.when.any[1]                           | 'any' loses {lapsed:transfer}
                limits.reply.end[1].when.in-force          | in force from a day later
                steps.handed-over.needs[0].that.elapsed    | more-than becomes at-least
                steps.ask.needs[1].that.times.at-most      | at-most 3 becomes one less
                limits.reply.met-by[0].when.good[0]        | 'good' holds no more for yes
                limits.reply.lapse                         | the lapse has no consequence
                limits.transfer.lapse                      | the lapse sets nothing
                limits.transfer.lapse.sets                 | sets responsible to undetermined instead of asking
                limits.transfer.lapse.final                | without final
                limits.reply.lapse.as                      | without as
                steps.answer.sets[0].values                | sets responsible to undetermined instead of deciding
                steps.answer.sets[0].reopens               | without reopens
                limits.transfer.late.handed-over           | none becomes full
                limits.reply.late.answer[0].effects        | none becomes full
                limits.reply.late.answer[1].effects[0]     | without effects anchors
                limits.transfer.hold                       | without hold
                limits.decision.pause                      | without pause
                limits.review.recurs                       | without recurs
                steps.answer.excludes                      | without excludes
                steps.remind.starts                        | without starts
                limits.transfer.revise[0].by-end           | required becomes any-time
                steps.ruled.may-annul[0].effect            | from-start becomes from-then
                limits.reply.lapse.deemed-on.options.last-day | end becomes day-after
                limits.reply.lapse.deemed-on               | without deemed-on
                limits.reply.invocable                     | without invocable
                limits.reply.lapse.not-for                 | without not-for
                steps.decide.needs[0].else.effects         | none becomes full
                steps.told.needs[0].else                   | refuse becomes gap
                readings.regime                            | prefers new to old
                parameters.decision-period.values[2]       | without the value for [BG] no-time
                parameters.who-applies.values[1]           | is member instead of sponsor
                """)
    void each_kind_of_rule_is_changed(String path, String change) {
        assertThat(MUTANTS).anySatisfy(mutant -> {
            assertThat(mutant.path()).isEqualTo(path);
            assertThat(mutant.change()).isEqualTo(change);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                limits.decision.end[1] | without end
                limits.transfer.met-by[1] | without met-by pleaded
                limits.transfer.restart[0] | without restart
                limits.transfer.revise[0] | without revise
                limits.transfer.extend[0] | without extend
                limits.transfer.extend[0].after[1] | without after ask
                limits.transfer.release[0] | without release
                steps.told.needs[0] | without needs
                steps.told.sets[0] | without sets
                steps.ruled.may-annul[1] | without may-annul
                bars[0] | without bars
                rounds.question.closed-by[1] | without closed-by withdrawn
                """)
    void each_rule_is_left_out(String path, String change) {
        assertThat(MUTANTS).anySatisfy(mutant -> {
            assertThat(mutant.path()).isEqualTo(path);
            assertThat(mutant.change()).startsWith(change);
        });
    }
}
