// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of take back, each by a case of its own (articles of Regulation 604/2013). */
class TakeBackTest {

    private static final Map<String, String> EURODAC = Map.of("basis", "eurodac");
    private static final Map<String, String> OTHER = Map.of("basis", "other");
    private static final Map<String, String> SUSPENSIVE = Map.of("against", "transfer-decision", "suspensive", "yes");
    private static final Map<String, String> ENDED = Map.of("final", "yes", "ended-suspension", "yes");

    private static Story accepted() {
        return Story.takeBack()
                .step("2015-03-07", "lodged", "requesting")
                .step("2015-03-09", "request", "requesting", EURODAC)
                .step("2015-03-23", "accept", "requested")
                .step("2015-04-01", "decide", "requesting");
    }

    @Test
    void a_request_is_due_three_months_after_lodging_and_two_after_a_hit() {
        var lodged = Story.takeBack().step("2015-03-07", "lodged", "requesting");
        assertThat(Story.limit(lodged.evaluate("2015-03-07"), "send-request").end())
                .isEqualTo("2015-06-07");

        lodged.step("2015-03-20", "hit", "requesting");
        var due = Story.limit(lodged.evaluate("2015-03-20"), "send-request");
        assertThat(due.end()).isEqualTo("2015-05-20");
        assertThat(due.role()).isEqualTo("requesting");
        assertThat(due.authorities()).containsExactly("AT-DUBLIN");
        assertThat(due.rule()).isEqualTo("32013R0604 Art 23(2)");
    }

    @Test
    void a_late_request_is_recorded_and_leaves_responsibility_with_the_requesting_state_for_good() {
        var evaluation = Story.takeBack()
                .step("2015-03-07", "lodged", "requesting")
                .step("2015-06-08", "request", "requesting", OTHER)
                .step("2015-06-20", "accept", "requested")
                .evaluate("2015-07-31");

        assertThat(evaluation.responsible().role()).isEqualTo("requesting");
        assertThat(evaluation.responsible().since()).isEqualTo("2015-06-08");
        assertThat(evaluation.responsible().rule()).isEqualTo("32013R0604 Art 23(3)");
        assertThat(Story.limit(evaluation, "send-request").status()).isEqualTo(Evaluation.Status.LATE);
        assertThat(Story.limit(evaluation, "send-request").daysLate()).isEqualTo(1);
        assertThat(Story.limit(evaluation, "reply").metOn()).isEqualTo("2015-06-20");
        assertThat(evaluation.ended()).isEqualTo(new Evaluation.Ended(LocalDate.parse("2015-06-08"), "send-request"));
    }

    @Test
    void a_request_without_eurodac_is_answered_within_a_month_of_its_receipt() {
        var story = Story.takeBack()
                .step("2015-01-05", "lodged", "requesting")
                .step("2015-01-29", "request", "requesting", OTHER);
        assertThat(Story.limit(story.evaluate("2015-01-29"), "reply").end()).isEqualTo("2015-02-28");

        story.step("2015-01-31", "receipt", "requested");
        var reply = Story.limit(story.evaluate("2015-02-01"), "reply");
        assertThat(reply.end()).isEqualTo("2015-02-28");
        assertThat(reply.because())
                .isEqualTo("1 month from receipt of 2015-01-31, the day itself not counted, until 24:00 of 2015-02-28");
    }

    @Test
    void silence_is_acceptance_and_a_late_refusal_changes_nothing() {
        var evaluation = Story.takeBack()
                .step("2015-01-05", "lodged", "requesting")
                .step("2015-01-12", "request", "requesting", EURODAC)
                .step("2015-01-27", "refuse", "requested")
                .evaluate("2015-01-27");

        assertThat(evaluation.responsible().role()).isEqualTo("requested");
        assertThat(evaluation.responsible().since()).isEqualTo("2015-01-27");
        assertThat(evaluation.lapsed())
                .containsExactly(new Evaluation.Lapsed(
                        "reply",
                        1,
                        "accepted-by-silence",
                        LocalDate.parse("2015-01-26"),
                        LocalDate.parse("2015-01-26"),
                        LocalDate.parse("2015-01-27"),
                        "32013R0604 Art 25(2)",
                        List.of()));
        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-07-26");
        assertThat(Story.limit(evaluation, "transfer").latest()).isEqualTo("2015-07-27");
        assertThat(evaluation.remarks())
                .extracting(Evaluation.Remark::flag)
                .containsExactly(new Outcome.Flag(Outcome.Flag.Kind.LATE, "reply"));
    }

    @Test
    void after_a_refusal_it_may_be_asked_again_and_silence_is_then_no_acceptance() {
        var story = Story.takeBack()
                .step("2015-01-05", "lodged", "requesting")
                .step("2015-01-12", "request", "requesting", EURODAC)
                .step("2015-01-20", "refuse", "requested");
        assertThat(Story.limit(story.evaluate("2015-01-20"), "re-examination").end())
                .isEqualTo("2015-02-10");

        story.step("2015-02-10", "ask-again", "requesting");
        assertThat(Story.limit(story.evaluate("2015-02-10"), "second-reply").end())
                .isEqualTo("2015-02-24");
        assertThat(story.evaluate("2015-04-05").responsible().role()).isEqualTo("undetermined");
        assertThat(story.evaluate("2015-04-06").responsible().role()).isEqualTo("requesting");

        story.step("2015-02-24", "accept-again", "requested");
        var evaluation = story.evaluate("2015-03-01");
        assertThat(evaluation.responsible().role()).isEqualTo("requested");
        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-08-24");
    }

    @Test
    void a_transfer_in_time_ends_the_procedure() {
        var evaluation =
                accepted().step("2015-09-23", "transferred", "requesting").evaluate("2016-01-01");

        assertThat(Story.limit(evaluation, "transfer").status()).isEqualTo(Evaluation.Status.MET);
        assertThat(evaluation.responsible().role()).isEqualTo("requested");
        assertThat(evaluation.ended()).isEqualTo(new Evaluation.Ended(LocalDate.parse("2015-09-23"), "transferred"));
        assertThat(evaluation.due()).isEmpty();
    }

    @Test
    void while_a_remedy_suspends_the_limit_cannot_lapse_and_the_transfer_is_barred() {
        var story = accepted().step("2015-04-08", "remedy", "requesting", SUSPENSIVE);
        var held = story.evaluate("2016-01-01");

        assertThat(Story.limit(held, "transfer").status()).isEqualTo(Evaluation.Status.HELD);
        assertThat(held.responsible().role()).isEqualTo("requested");
        assertThat(held.open()).extracting(Evaluation.OpenStep::step).doesNotContain("transferred");

        story.step("2016-02-01", "ruled", "requesting", ENDED);
        assertThat(Story.limit(story.evaluate("2016-02-01"), "transfer").end()).isEqualTo("2016-08-01");
        assertThat(story.evaluate("2016-08-02").responsible().since()).isEqualTo("2016-08-02");
    }

    @Test
    void a_hold_that_ends_without_a_restart_lets_the_limit_lapse_the_day_after() {
        var story = accepted()
                .step("2015-04-08", "remedy", "requesting", SUSPENSIVE)
                .step("2015-12-01", "ruled", "requesting", Map.of("final", "yes", "ended-suspension", "no"));

        assertThat(story.evaluate("2015-12-01").responsible().role()).isEqualTo("requested");
        assertThat(story.evaluate("2015-12-02").responsible().since()).isEqualTo("2015-12-02");
    }

    @Test
    void a_remedy_against_something_else_stops_no_clock() {
        var evaluation = accepted()
                .step("2015-04-08", "remedy", "requesting", Map.of("against", "other", "suspensive", "yes"))
                .step("2015-06-01", "ruled", "requesting", ENDED)
                .evaluate("2015-09-24");

        assertThat(evaluation.responsible().role()).isEqualTo("requesting");
        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-09-23");
    }

    @Test
    void suspension_that_a_court_orders_holds_the_limit_even_if_nobody_dated_the_remedy() {
        var story = accepted().step("2015-05-01", "suspension-granted", "requesting");

        assertThat(Story.limit(story.evaluate("2015-12-01"), "transfer").status())
                .isEqualTo(Evaluation.Status.HELD);
        assertThat(story.evaluate("2015-12-01").remarks())
                .extracting(Evaluation.Remark::flag)
                .containsExactly(new Outcome.Flag(Outcome.Flag.Kind.GAP, "suspension-granted"));
    }

    @Test
    void two_remedies_hold_until_both_are_decided() {
        var story = accepted()
                .step("2015-04-08", "remedy", "requesting", SUSPENSIVE)
                .step("2015-04-09", "remedy", "requesting", SUSPENSIVE)
                .step("2015-10-01", "ruled", "requesting", ENDED);

        assertThat(Story.limit(story.evaluate("2015-10-02"), "transfer").status())
                .isEqualTo(Evaluation.Status.HELD);
        assertThat(Story.limit(story.evaluate("2015-10-02"), "transfer").end()).isEqualTo("2016-04-01");
    }

    @Test
    void imprisonment_extends_to_a_year_at_most_and_only_if_told_in_time() {
        var imprisoned = accepted().step("2015-05-01", "imprisoned", "requesting");
        var told = Map.of("reason", "prison", "new-end", "2017-01-01");

        assertThat(Story.limit(
                                imprisoned
                                        .step("2015-09-23", "told", "requesting", told)
                                        .evaluate("2015-12-01"),
                                "transfer")
                        .end())
                .isEqualTo("2016-03-23");

        var late = accepted()
                .step("2015-05-01", "imprisoned", "requesting")
                .step("2015-09-24", "told", "requesting", told)
                .evaluate("2015-12-01");
        assertThat(late.responsible().role()).isEqualTo("requesting");
        assertThat(late.limits())
                .filteredOn(limit -> limit.current().limit().equals("transfer"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.history()).last().satisfies(change -> {
                    assertThat(change.verb()).isEqualTo("revise");
                    assertThat(change.effective()).isFalse();
                    assertThat(change.because()).isEqualTo("the limit had lapsed before");
                }));
    }

    @Test
    void an_extension_that_names_no_end_or_has_no_ground_changes_nothing() {
        var without = accepted()
                .step("2015-05-01", "imprisoned", "requesting")
                .step("2015-06-01", "told", "requesting", Map.of("reason", "prison"))
                .step("2015-06-02", "told", "requesting", Map.of("reason", "absconding", "new-end", "2016-09-01"))
                .evaluate("2015-09-24");

        assertThat(without.responsible().role()).isEqualTo("requesting");
    }

    @Test
    void an_extension_that_states_an_earlier_day_does_not_shorten_the_limit() {
        var evaluation = accepted()
                .step("2015-05-01", "imprisoned", "requesting")
                .step("2015-06-01", "told", "requesting", Map.of("reason", "prison", "new-end", "2015-07-01"))
                .evaluate("2015-08-01");

        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-09-23");
    }

    @Test
    void a_decision_before_the_acceptance_needs_its_code_and_has_no_effect() {
        var story = Story.takeBack()
                .step("2015-03-07", "lodged", "requesting")
                .step("2015-03-09", "request", "requesting", EURODAC)
                .irregular("2015-03-10", "decide", "requesting", "before-acceptance")
                .step("2015-03-23", "accept", "requested");

        var evaluation = story.evaluate("2015-04-01");
        assertThat(evaluation.remarks())
                .extracting(Evaluation.Remark::flag)
                .containsExactly(new Outcome.Flag(Outcome.Flag.Kind.UNLAWFUL, "before-acceptance"));
        assertThat(evaluation.open()).extracting(Evaluation.OpenStep::step).doesNotContain("transferred");
        assertThat(story.step("2015-04-02", "decide", "requesting")
                        .evaluate("2015-04-02")
                        .open())
                .extracting(Evaluation.OpenStep::step)
                .contains("transferred");
    }

    @Test
    void the_day_under_regulation_1182_71_is_shown_beside_a_last_day_at_the_weekend() {
        var story = Story.takeBack().step("2015-03-07", "lodged", "requesting");

        var due = Story.limit(story.evaluate("2015-03-07"), "send-request");
        assertThat(due.end()).isEqualTo("2015-06-07").isEqualTo(due.earliest()).isEqualTo(due.latest());
        assertThat(due.alternative()).isEqualTo("2015-06-08");
    }

    @Test
    void what_another_states_procedure_settled_is_taken_over() {
        var evaluation = accepted()
                .step("2015-05-01", "responsible-elsewhere", "requested")
                .evaluate("2015-05-02");

        assertThat(evaluation.responsible())
                .isEqualTo(new Evaluation.Responsible(
                        "third", null, LocalDate.parse("2015-05-01"), "32013R0604 Art 3(2)"));
    }

    @Test
    void rules_that_nothing_confirms_are_named() {
        assertThat(accepted().evaluate("2015-05-01").unconfirmed())
                .contains("32013R0604 Art 23(2)", "32013R0604 Art 25(1)")
                .doesNotContain("32013R0604 Art 29(2)", "32003R1560 Art 5(2)");
    }

    @Test
    void a_second_acceptance_moves_neither_limit_nor_responsibility() {
        var evaluation = accepted()
                .step("2015-04-02", "request", "requesting", EURODAC)
                .step("2015-04-05", "accept", "requested")
                .evaluate("2015-04-06");

        assertThat(evaluation.responsible().since()).isEqualTo("2015-03-23");
        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-09-23");
    }

    @Test
    void a_restarted_limit_stays_where_it_was_put() {
        var evaluation = accepted()
                .step("2015-04-08", "remedy", "requesting", SUSPENSIVE)
                .step("2015-06-01", "ruled", "requesting", ENDED)
                .step("2015-06-02", "plea-of-expiry", "requesting")
                .evaluate("2015-06-03");

        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-12-01");
    }

    @Test
    void the_history_of_a_limit_tells_start_hold_and_restart() {
        var evaluation = accepted()
                .step("2015-04-08", "remedy", "requesting", SUSPENSIVE)
                .step("2015-06-01", "ruled", "requesting", ENDED)
                .evaluate("2015-06-03");

        assertThat(evaluation.limits())
                .filteredOn(limit -> limit.current().limit().equals("transfer"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.history())
                        .filteredOn(change -> change.effective())
                        .extracting(change -> change.verb() + " " + change.on() + " " + change.end())
                        .containsExactly(
                                "started 2015-03-23 2015-09-23",
                                "held 2015-04-08 2015-09-23",
                                "restart 2015-06-01 2015-12-01",
                                "freed 2015-06-01 2015-12-01"));
    }

    @Test
    void telling_after_the_end_has_no_effect_even_while_the_limit_is_held() {
        var evaluation = accepted()
                .step("2015-04-08", "remedy", "requesting", SUSPENSIVE)
                .step("2015-05-01", "imprisoned", "requesting")
                .step("2015-09-24", "told", "requesting", Map.of("reason", "prison", "new-end", "2016-01-01"))
                .evaluate("2015-10-01");

        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2015-09-23");
        assertThat(evaluation.limits())
                .filteredOn(limit -> limit.current().limit().equals("transfer"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.history().get(3).because()).isEqualTo("it came after the end"));
    }

    @Test
    void an_extended_limit_says_how_it_was_counted() {
        var evaluation = accepted()
                .step("2015-05-01", "imprisoned", "requesting")
                .step("2015-06-01", "told", "requesting", Map.of("reason", "prison", "new-end", "2016-01-01"))
                .evaluate("2015-06-02");

        assertThat(Story.limit(evaluation, "transfer").because())
                .isEqualTo(
                        "revised by told: the latest of the end of transfer and the earliest of the date stated in told.new-end"
                                + " and 1 year from accept of 2015-03-23, the day itself not counted, until 24:00 of"
                                + " 2016-01-01");
        assertThat(Story.limit(evaluation, "transfer").rule()).isEqualTo("32013R0604 Art 29(2)");
    }

    @Test
    void an_evaluation_names_what_it_was_made_with() {
        var evaluation = accepted().evaluate("2015-05-01");

        assertThat(evaluation.definition()).isEqualTo(Story.TAKE_BACK.pin());
        assertThat(evaluation.calendars())
                .extracting(pin -> pin.id())
                .containsExactly("de-bgb-187-193@1", "eu-604-2013-art42@1", "reg-1182-71@1");
        assertThat(evaluation.semantics()).isEqualTo(1);
        assertThat(evaluation.asOf()).isEqualTo("2015-05-01");
    }
}
