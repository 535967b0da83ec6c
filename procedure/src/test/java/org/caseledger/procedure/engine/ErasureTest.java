// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** A request for erasure: each controller owes its own answer. */
class ErasureTest {

    private static final Roles ROLES =
            Roles.of(Map.of("receiving", List.of("AT-DUBLIN"), "controller", List.of("AT-DUBLIN", "BG-DUBLIN")));
    private static final Map<String, String> DESTROYED = Map.of("outcome", "destroyed", "ground", "none");
    private static final Map<String, String> RETAINED =
            Map.of("outcome", "retained", "ground", "retention-duty", "until", "2025-09-24");
    private static final Map<String, String> COMMITMENT = Map.of("commitment", "ab".repeat(32));

    private static Story received(String day) {
        return Story.of(Story.ERASURE, ROLES).step(day, "received", "receiving");
    }

    private static Story by(Story story, String authority, String day, String step, Map<String, String> attributes) {
        return story.record(
                StepRecord.of(story.next(), step, "controller", LocalDate.parse(day), attributes), authority);
    }

    private static List<Evaluation.Due> answers(Evaluation evaluation) {
        return evaluation.due().stream()
                .filter(due -> due.limit().equals("answer"))
                .toList();
    }

    private static Evaluation.Due answer(Evaluation evaluation, String authority) {
        return evaluation.limits().stream()
                .map(Evaluation.LimitState::current)
                .filter(due -> due.limit().equals("answer") && due.authorities().equals(List.of(authority)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_controller_owes_an_answer_within_a_month_of_receipt() {
        var evaluation = received("2016-03-10").evaluate("2016-03-10");

        assertThat(evaluation.due())
                .extracting(Evaluation.Due::limit)
                .containsExactlyInAnyOrder("answer", "answer", "tell-refusal", "tell-refusal");
        assertThat(answers(evaluation))
                .extracting(Evaluation.Due::authorities)
                .containsExactly(List.of("AT-DUBLIN"), List.of("BG-DUBLIN"));
        assertThat(answers(evaluation)).extracting(Evaluation.Due::round).containsExactly(1, 2);
        assertThat(answer(evaluation, "AT-DUBLIN").end()).isEqualTo("2016-04-11");
        assertThat(answer(evaluation, "AT-DUBLIN").rule()).isEqualTo("32016R0679 Art 12(3)");
    }

    @Test
    void a_last_day_on_a_holiday_moves_for_the_controller_whose_holiday_it_is() {
        var evaluation = received("2015-02-03").evaluate("2015-02-03");

        assertThat(answer(evaluation, "AT-DUBLIN").end()).isEqualTo("2015-03-03");
        assertThat(answer(evaluation, "BG-DUBLIN").end()).isEqualTo("2015-03-04");
    }

    @Test
    void an_extension_told_within_the_month_gives_that_controller_two_months_more() {
        var story = by(received("2016-03-10"), "BG-DUBLIN", "2016-04-11", "extended", Map.of("reason", "complexity"));
        var evaluation = story.evaluate("2016-04-12");

        assertThat(answer(evaluation, "BG-DUBLIN").end()).isEqualTo("2016-06-10");
        assertThat(answer(evaluation, "BG-DUBLIN").status()).isEqualTo(Evaluation.Status.OPEN);
        assertThat(answer(evaluation, "AT-DUBLIN").status()).isEqualTo(Evaluation.Status.MISSED);
    }

    @Test
    void an_extension_after_the_month_has_no_effect_and_the_answer_is_still_owed() {
        var story = by(received("2016-03-10"), "BG-DUBLIN", "2016-04-12", "extended", Map.of("reason", "number"));
        var evaluation = story.evaluate("2016-04-21");

        assertThat(answer(evaluation, "BG-DUBLIN").end()).isEqualTo("2016-04-11");
        assertThat(answer(evaluation, "BG-DUBLIN").daysLate()).isEqualTo(10);
        assertThat(evaluation.due()).extracting(Evaluation.Due::status).containsOnly(Evaluation.Status.MISSED);

        by(story, "BG-DUBLIN", "2016-04-22", "decided", RETAINED);
        assertThat(answer(story.evaluate("2016-05-01"), "BG-DUBLIN").status()).isEqualTo(Evaluation.Status.LATE);
        assertThat(answer(story.evaluate("2016-05-01"), "BG-DUBLIN").daysLate()).isEqualTo(11);
    }

    @Test
    void it_ends_when_each_controller_has_retained_or_confirmed_destruction() {
        var story = by(received("2016-03-10"), "AT-DUBLIN", "2016-03-20", "decided", RETAINED);
        by(story, "BG-DUBLIN", "2016-03-21", "decided", DESTROYED);
        assertThat(story.evaluate("2016-03-21").ended()).isNull();
        assertThat(story.evaluate("2016-03-21").due())
                .extracting(Evaluation.Due::limit)
                .containsExactly("decide-again", "destroy", "tell-recipients");
        assertThat(story.evaluate("2016-03-21").due().stream().map(due -> Objects.toString(due.end())))
                .containsExactly("2025-09-24", "null", "null");

        by(story, "BG-DUBLIN", "2016-03-22", "confirmed", COMMITMENT);
        assertThat(story.evaluate("2016-03-22").ended())
                .isEqualTo(new Evaluation.Ended(LocalDate.parse("2016-03-22"), "confirmed"));
        by(story, "BG-DUBLIN", "2016-03-22", "confirmed", Map.of("commitment", "cd".repeat(32)));
        assertThat(story.fold().last()).isNotNull();
    }

    @Test
    void who_retained_cannot_confirm_a_destruction_nor_who_is_no_controller() {
        var story = by(received("2016-03-10"), "AT-DUBLIN", "2016-03-20", "decided", RETAINED);
        assertThat(attempt(story, "AT-DUBLIN", "confirmed", COMMITMENT))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_ENABLED, "confirmed"));
        assertThat(attempt(story, "DE-DUBLIN", "decided", DESTROYED))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "controller"));
    }

    @Test
    void to_retain_needs_a_ground_and_a_day() {
        var story = received("2016-03-10");
        for (var wrong : List.of(
                Map.of("outcome", "retained", "ground", "none", "until", "2025-09-24"),
                Map.of("outcome", "retained", "ground", "legal-claims"),
                Map.of("outcome", "destroyed", "ground", "legal-claims"))) {
            assertThat(attempt(story, "AT-DUBLIN", "decided", wrong))
                    .isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_ENABLED, "decided"));
        }
        assertThat(story.evaluate("2016-03-10").open())
                .extracting(Evaluation.OpenStep::step)
                .containsExactly(
                        "received",
                        "identity-asked",
                        "identified",
                        "extended",
                        "fee-asked",
                        "complained",
                        "sued",
                        "decided",
                        "recipients-asked");
    }

    @Test
    void a_controller_that_joins_later_owes_its_answer_too() {
        var story = by(received("2016-03-10"), "AT-DUBLIN", "2016-03-20", "decided", RETAINED);
        var more = ROLES.with("controller", "DE-DUBLIN");
        var outlook = story.engine().outlook(story.fold(), more, LocalDate.parse("2016-03-21"));

        assertThat(answer(outlook, "DE-DUBLIN").end()).isEqualTo("2016-04-11");
        assertThat(outlook.ended()).isNull();
        assertThat(answers(outlook)).extracting(Evaluation.Due::round).containsExactly(2, 3);
    }

    @Test
    void what_had_ended_goes_on_when_another_controller_joins() {
        var story = by(received("2016-03-10"), "AT-DUBLIN", "2016-03-20", "decided", RETAINED);
        by(story, "BG-DUBLIN", "2016-03-21", "decided", RETAINED);
        var state = story.fold();
        var day = LocalDate.parse("2016-03-22");

        assertThat(story.engine().outlook(state, ROLES, day).ended()).isNotNull();
        assertThat(story.engine()
                        .outlook(state, ROLES.with("controller", "DE-DUBLIN"), day)
                        .ended())
                .isNull();
    }

    @Test
    void a_year_without_holidays_in_the_calendar_is_said_and_refuses_nothing() {
        var due = answer(received("2050-03-12").evaluate("2050-03-12"), "AT-DUBLIN");

        assertThat(due.end()).isEqualTo("2050-04-12");
        assertThat(due.because()).contains("the calendar lacks holidays");
        var story = received("2050-03-12");
        var read = StateReader.read(story.fold().toJson(), new Program(Story.ERASURE, Story.LIBRARY.calendars()));
        assertThat(answer(story.engine().outlook(read, ROLES, LocalDate.parse("2050-03-12")), "AT-DUBLIN"))
                .isEqualTo(due);
    }

    private static Outcome attempt(Story story, String authority, String step, Map<String, String> attributes) {
        var record = StepRecord.of(story.next(), step, "controller", LocalDate.parse("2016-03-25"), attributes);
        return story.engine()
                .apply(
                        story.fold(),
                        story.roles(),
                        new RecordedStep(record, authority, Instant.parse("2016-03-25T12:00:00Z")));
    }
}
