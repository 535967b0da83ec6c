// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.Test;

/** Late records, corrections and contests, and what was known when. */
class CorrectionsTest {

    @Test
    void a_step_before_the_last_one_is_out_of_order_and_admitted_by_replay() {
        var story = Attempts.begun().step("2015-03-20", "accept", "requested");
        var late = Attempts.recorded(story, "2015-03-08", "hit", "requesting", "AT-DUBLIN", Map.of());

        assertThat(story.engine().apply(story.fold(), story.roles(), late)).isEqualTo(new Outcome.OutOfOrder());
        var admitted = (Outcome.Stands) story.engine().admit(story.steps(), story.roles(), late);
        assertThat(story.engine()
                        .outlook(admitted.next(), story.roles(), LocalDate.parse("2015-03-20"))
                        .limits())
                .filteredOn(limit -> limit.current().limit().equals("send-request"))
                .singleElement()
                .satisfies(limit -> assertThat(limit.current().end()).isEqualTo("2015-05-08"));
    }

    @Test
    void a_late_record_must_stand_at_its_own_place() {
        var story =
                Attempts.begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");

        assertThat(story.engine()
                        .admit(
                                story.steps(),
                                story.roles(),
                                Attempts.recorded(story, "2015-03-08", "accept", "requested", "BG-DUBLIN", Map.of())))
                .isEqualTo(Attempts.refused(Outcome.Reason.NOT_ENABLED, "accept"));
    }

    @Test
    void a_step_that_a_correction_leaves_without_ground_stays_and_is_flagged() {
        var story =
                Attempts.begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");
        var withdrawal = correction(story, story.commandOf("request"), "request", "requesting", "2015-03-09", true);
        var admitted = story.engine().admit(story.steps(), story.roles(), withdrawal);
        assertThat(admitted).isInstanceOf(Outcome.Stands.class);

        story.record(withdrawal.record(), withdrawal.authority());
        assertThat(story.evaluate("2015-04-02").remarks())
                .extracting(remark -> remark.step() + " " + remark.flag().kind())
                .containsExactly("accept WITHOUT_GROUND", "decide WITHOUT_GROUND");
    }

    @Test
    void a_correction_is_made_by_who_recorded_the_step_and_only_of_a_record_that_stands() {
        var story = Attempts.begun().step("2015-03-20", "accept", "requested");
        var accept = story.commandOf("accept");
        var foreign = correction(story, accept, "request", "requesting", "2015-03-19", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), foreign))
                .isEqualTo(Attempts.refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "requesting"));
        var nothing = correction(story, Story.command(99), "accept", "requested", "2015-03-19", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), nothing))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));

        var own = correction(story, accept, "accept", "requested", "2015-03-19", false);
        assertThat(story.engine().apply(story.fold(), story.roles(), own)).isEqualTo(new Outcome.OutOfOrder());
        assertThat(story.engine().admit(story.steps(), story.roles(), own)).isInstanceOf(Outcome.Stands.class);
        story.record(own.record(), "BG-DUBLIN");
        assertThat(Story.limit(story.evaluate("2015-03-20"), "transfer").end()).isEqualTo("2015-09-19");
        var again = correction(story, accept, "accept", "requested", "2015-03-18", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), again))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
        var withdrawal = correction(story, own.record().command(), "accept", "requested", "2015-03-19", true);
        story.record(withdrawal.record(), "BG-DUBLIN");
        var ofWithdrawal = correction(story, withdrawal.record().command(), "accept", "requested", "2015-03-19", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), ofWithdrawal))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
    }

    static RecordedStep correction(
            Story story, CommandId supersedes, String step, String role, String day, boolean withdrawal) {
        var attributes = step.equals("request") ? Attempts.EURODAC : Map.<String, String>of();
        var record = StepRecord.of(story.next(), step, role, LocalDate.parse(day), attributes)
                .change()
                .corrects(supersedes, "clerical-error")
                .withdrawal(withdrawal)
                .done();
        return new RecordedStep(record, story.roles().holders(role).get(0), Instant.parse("2015-12-01T12:00:00Z"));
    }

    @Test
    void what_was_known_on_a_day_leaves_out_what_was_recorded_later() {
        var story = Attempts.begun().step("2015-03-20", "accept", "requested");
        story.record(
                correction(story, story.commandOf("accept"), "accept", "requested", "2015-03-18", false)
                        .record(),
                "BG-DUBLIN");
        var steps = new java.util.ArrayList<>(story.steps());
        var corrected = steps.remove(3);
        steps.add(new RecordedStep(corrected.record(), "BG-DUBLIN", Instant.parse("2015-12-01T00:00:00Z")));
        var asOf = LocalDate.parse("2016-01-01");

        var then = story.engine().evaluate(steps, story.roles(), asOf, LocalDate.parse("2015-11-30"));
        assertThat(Story.limit(then, "transfer").end()).isEqualTo("2015-09-20");
        assertThat(then.knownAt()).isEqualTo("2015-11-30");
        var now = story.engine().evaluate(steps, story.roles(), asOf, LocalDate.parse("2015-12-01"));
        assertThat(Story.limit(now, "transfer").end()).isEqualTo("2015-09-18");
    }

    @Test
    void a_contested_fact_is_flagged() {
        var story = Attempts.begun();
        var contested = story.commandOf("lodged");
        var record = StepRecord.of(story.next(), "hit", "requesting", LocalDate.parse("2015-03-10"), Map.of())
                .change()
                .contests(contested)
                .done();
        assertThat(story.record(record).evaluate("2015-04-01").remarks())
                .extracting(remark -> remark.step() + " " + remark.flag().kind() + " " + remark.because())
                .containsExactly("lodged CONTESTED a later fact contests it");
    }

    @Test
    void a_replay_without_a_new_step_comes_to_the_same_state_and_skips_what_it_does_not_know() {
        var story = Attempts.begun().step("2015-03-20", "accept", "requested");
        var state = story.fold();
        assertThat(story.engine().replay(story.steps(), story.roles()).toJson()).isEqualTo(state.toJson());
        var more = new java.util.ArrayList<>(story.steps());
        more.add(Attempts.recorded(story, "2015-03-21", "shrug", "requesting", "AT-DUBLIN", Map.of()));
        assertThat(story.engine().replay(more, story.roles()).toJson()).isEqualTo(state.toJson());
        assertThat(story.engine().replay(List.of(), story.roles()).toJson())
                .isEqualTo(story.engine().initial().toJson());
        assertThat(story.engine()
                        .evaluate(more, story.roles(), LocalDate.parse("2015-04-01"), null)
                        .remarks())
                .extracting(remark -> remark.step() + ": " + remark.because())
                .containsExactly("shrug: what it needs is no longer there: UNKNOWN_STEP shrug");
    }
}
