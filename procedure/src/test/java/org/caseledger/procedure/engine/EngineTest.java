// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine admits and refuses. */
class EngineTest {

    @Test
    void bulgaria_cannot_record_austrias_step() {
        assertThat(Attempts.attempt(Attempts.begun(), "2015-03-10", "decide", "requested", "BG-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "requested"));
        assertThat(Attempts.attempt(Attempts.begun(), "2015-03-10", "decide", "requesting", "BG-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "requesting"));
    }

    @Test
    void an_act_that_nothing_enables_is_refused() {
        assertThat(Attempts.attempt(Attempts.begun(), "2015-03-10", "ask-again", "requesting", "AT-DUBLIN", Map.of()))
                .isEqualTo(Attempts.refused(Outcome.Reason.NOT_ENABLED, "ask-again"));
        assertThat(Attempts.attempt(Attempts.begun(), "2015-03-10", "decide", "requesting", "AT-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.NEEDS_IRREGULARITY_CODE, "before-acceptance"));
    }

    @Test
    void a_case_opens_only_with_its_opening_step_by_its_opening_role() {
        var story = Story.takeBack();
        assertThat(Attempts.attempt(story, "2015-03-10", "hit", "requesting", "AT-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.NOT_OPENING_STEP, "hit"));
        assertThat(Attempts.attempt(story, "2015-03-10", "lodged", "requesting", "AT-DUBLIN"))
                .isInstanceOf(Outcome.Stands.class);
        assertThat(Attempts.attempt(story, "2015-03-10", "earlier-application", "requested", "BG-DUBLIN"))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void only_the_definitions_vocabulary_is_taken() {
        var story = Attempts.begun();
        assertThat(Attempts.attempt(story, "2015-03-10", "shrug", "requesting", "AT-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_STEP, "shrug"));
        assertThat(Attempts.attempt(story, "2015-03-10", "request", "requesting", "AT-DUBLIN", Map.of()))
                .isEqualTo(Attempts.refused(Outcome.Reason.ATTRIBUTE_MISSING, "basis"));
        assertThat(Attempts.attempt(
                        story, "2015-03-10", "request", "requesting", "AT-DUBLIN", Map.of("basis", "guess")))
                .isEqualTo(Attempts.refused(Outcome.Reason.ATTRIBUTE_VALUE, "basis"));
        assertThat(Attempts.attempt(story, "2015-03-10", "hit", "requesting", "AT-DUBLIN", Map.of("name", "unknown")))
                .isEqualTo(Attempts.refused(Outcome.Reason.ATTRIBUTE_UNKNOWN, "hit"));
        assertThat(Attempts.attempt(
                        story,
                        "2015-03-24",
                        "told",
                        "requesting",
                        "AT-DUBLIN",
                        Map.of("reason", "prison", "new-end", "soon")))
                .isEqualTo(Attempts.refused(Outcome.Reason.ATTRIBUTE_VALUE, "new-end"));
    }

    @Test
    void references_and_rounds_must_exist() {
        var story = Attempts.begun();
        assertThat(variant(story, "accept", "requested", 2, null, null, null, null))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_ROUND, "accept"));
        assertThat(variant(story, "accept", "requested", 1, null, null, null, null))
                .isInstanceOf(Outcome.Stands.class);
        assertThat(variant(story, "hit", "requesting", 1, null, null, null, null))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_ROUND, "hit"));
        assertThat(variant(story, "accept", "requested", null, Story.command(1), null, null, null))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
        assertThat(variant(story, "accept", "requested", null, null, Story.command(1), null, null))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
        assertThat(variant(story, "accept", "requested", null, null, null, "2015-04-01", null))
                .isEqualTo(Attempts.refused(Outcome.Reason.ATTRIBUTE_UNKNOWN, "until"));
        assertThat(variant(story, "accept", "requested", null, null, null, null, "before-acceptance"))
                .isEqualTo(Attempts.refused(Outcome.Reason.ATTRIBUTE_VALUE, "irregularity"));
        assertThat(variant(story, "hit", "requesting", null, null, Story.command(1), "2015-04-01", null))
                .isInstanceOf(Outcome.Stands.class);
    }

    private static Outcome variant(
            Story story,
            String step,
            String role,
            @Nullable Integer round,
            @Nullable CommandId annuls,
            @Nullable CommandId contests,
            @Nullable String until,
            @Nullable String irregularity) {
        var record = StepRecord.of(story.next(), step, role, LocalDate.parse("2015-03-20"), Map.of())
                .change()
                .until(until == null ? null : LocalDate.parse(until))
                .round(round)
                .annuls(annuls)
                .contests(contests)
                .irregularity(irregularity)
                .done();
        var authority = story.roles().holders(role).get(0);
        return story.engine()
                .apply(
                        story.fold(),
                        story.roles(),
                        new RecordedStep(record, authority, Instant.parse("2015-03-20T12:00:00Z")));
    }

    @Test
    void a_ruling_annuls_only_what_may_be_annulled() {
        var story =
                Attempts.begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");
        var ruling = Map.of("final", "no", "ended-suspension", "no");
        var wrong = Story.takeBack();
        story.steps().forEach(step -> wrong.record(step.record()));
        wrong.annulling("2015-05-01", "ruled", "requesting", ruling, story.commandOf("accept"));
        assertThat(wrong.engine()
                        .apply(story.fold(), story.roles(), wrong.steps().get(4)))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_REFERENCE, "ruled"));

        story.annulling("2015-05-01", "ruled", "requesting", ruling, story.commandOf("decide"));
        assertThat(Attempts.attempt(story, "2015-05-02", "transferred", "requesting", "AT-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.NEEDS_IRREGULARITY_CODE, "without-decision"));
        story.step("2015-05-03", "decide", "requesting");
        assertThat(Attempts.attempt(story, "2015-05-04", "transferred", "requesting", "AT-DUBLIN"))
                .isInstanceOf(Outcome.Stands.class);
    }

    @Test
    void a_step_that_one_reading_forbids_is_recorded_without_effect_there() {
        var definition = Story.TAKE_BACK;
        assertThat(definition.readings()).hasSize(2);
        var story = Story.takeBack()
                .step("2014-12-23", "lodged", "requesting")
                .step("2015-01-26", "request", "requesting", Attempts.EURODAC)
                .step("2015-02-25", "decide", "requesting")
                .step("2015-08-10", "transferred", "requesting");
        var evaluation = story.evaluate("2015-08-11");
        assertThat(evaluation.worlds())
                .extracting(world -> world.responsible().role())
                .containsExactly("requesting", "requested");
        assertThat(evaluation.remarks())
                .extracting(Evaluation.Remark::flag)
                .containsExactly(new Outcome.Flag(Outcome.Flag.Kind.LATE, "transfer"));
    }

    @Test
    void a_lapse_may_be_written_only_once_it_is_past_in_every_reading() {
        var story = Story.takeBack()
                .step("2014-12-23", "lodged", "requesting")
                .step("2015-01-26", "request", "requesting", Attempts.EURODAC)
                .step("2015-02-25", "decide", "requesting");
        var state = story.fold();
        var end = LocalDate.parse("2015-08-09");
        assertThat(story.engine().lapsed(state, story.roles(), "transfer", 1, end, LocalDate.parse("2015-08-10")))
                .isFalse();
        assertThat(story.engine().lapsed(state, story.roles(), "transfer", 1, end, LocalDate.parse("2015-08-11")))
                .isTrue();
        assertThat(story.engine().lapsed(state, story.roles(), "transfer", 2, end, LocalDate.parse("2015-08-11")))
                .isFalse();
        assertThat(story.engine()
                        .lapsed(state, story.roles(), "transfer", 1, end.plusDays(1), LocalDate.parse("2015-08-11")))
                .isFalse();
        assertThat(story.engine()
                        .lapsed(
                                state,
                                story.roles(),
                                "reply",
                                1,
                                LocalDate.parse("2015-02-09"),
                                LocalDate.parse("2015-02-10")))
                .isTrue();
    }

    @Test
    void a_calendar_that_the_definition_names_must_be_there() {
        assertThatThrownBy(() -> Engine.of(Story.TAKE_BACK, List.of()))
                .hasMessage("the definition needs the calendar eu-604-2013-art42@1");
    }

    @Test
    void a_step_is_checked_before_its_place() {
        var story = Attempts.begun();
        assertThat(Attempts.attempt(story, "2015-01-01", "shrug", "requesting", "AT-DUBLIN"))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_STEP, "shrug"));
        assertThat(story.engine()
                        .check(Attempts.recorded(story, "2015-01-01", "shrug", "requesting", "AT-DUBLIN", Map.of())
                                .record()))
                .isEqualTo(Attempts.refused(Outcome.Reason.UNKNOWN_STEP, "shrug"));
        assertThat(story.engine()
                        .check(Attempts.recorded(story, "2015-01-01", "hit", "requesting", "AT-DUBLIN", Map.of())
                                .record()))
                .isNull();
    }

    @Test
    void the_outlook_lets_the_days_pass() {
        var story = Attempts.begun().step("2015-03-20", "accept", "requested");
        assertThat(story.engine()
                        .outlook(story.fold(), story.roles(), LocalDate.parse("2015-09-21"))
                        .responsible()
                        .role())
                .isEqualTo("requesting");
    }
}
