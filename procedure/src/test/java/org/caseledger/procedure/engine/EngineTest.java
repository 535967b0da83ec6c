// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine admits and refuses, and what it remembers. */
class EngineTest {

    private static final Map<String, String> EURODAC = Map.of("basis", "eurodac");

    private static Story begun() {
        return Story.takeBack()
                .step("2015-03-07", "lodged", "requesting")
                .step("2015-03-09", "request", "requesting", EURODAC);
    }

    private static Outcome attempt(Story story, String day, String step, String role, String authority) {
        return attempt(story, day, step, role, authority, Map.of());
    }

    private static Outcome attempt(
            Story story, String day, String step, String role, String authority, Map<String, String> attributes) {
        return story.engine()
                .apply(story.fold(), story.roles(), recorded(story, day, step, role, authority, attributes));
    }

    private static RecordedStep recorded(
            Story story, String day, String step, String role, String authority, Map<String, String> attributes) {
        return new RecordedStep(
                StepRecord.of(story.next(), step, role, LocalDate.parse(day), attributes),
                authority,
                Instant.parse(day + "T12:00:00Z"));
    }

    private static Outcome refused(Outcome.Reason reason, String subject) {
        return new Outcome.Refused(reason, subject);
    }

    @Test
    void bulgaria_cannot_record_austrias_step() {
        assertThat(attempt(begun(), "2015-03-10", "decide", "requested", "BG-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "requested"));
        assertThat(attempt(begun(), "2015-03-10", "decide", "requesting", "BG-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "requesting"));
    }

    @Test
    void an_act_that_nothing_enables_is_refused() {
        assertThat(attempt(begun(), "2015-03-10", "ask-again", "requesting", "AT-DUBLIN", Map.of()))
                .isEqualTo(refused(Outcome.Reason.NOT_ENABLED, "ask-again"));
        assertThat(attempt(begun(), "2015-03-10", "decide", "requesting", "AT-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.NEEDS_IRREGULARITY_CODE, "before-acceptance"));
    }

    @Test
    void a_case_opens_only_with_its_opening_step_by_its_opening_role() {
        var story = Story.takeBack();
        assertThat(attempt(story, "2015-03-10", "hit", "requesting", "AT-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.NOT_OPENING_STEP, "hit"));
        assertThat(attempt(story, "2015-03-10", "lodged", "requesting", "AT-DUBLIN"))
                .isInstanceOf(Outcome.Stands.class);
        assertThat(attempt(story, "2015-03-10", "earlier-application", "requested", "BG-DUBLIN"))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void only_the_definitions_vocabulary_is_taken() {
        var story = begun();
        assertThat(attempt(story, "2015-03-10", "shrug", "requesting", "AT-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_STEP, "shrug"));
        assertThat(attempt(story, "2015-03-10", "request", "requesting", "AT-DUBLIN", Map.of()))
                .isEqualTo(refused(Outcome.Reason.ATTRIBUTE_MISSING, "basis"));
        assertThat(attempt(story, "2015-03-10", "request", "requesting", "AT-DUBLIN", Map.of("basis", "guess")))
                .isEqualTo(refused(Outcome.Reason.ATTRIBUTE_VALUE, "basis"));
        assertThat(attempt(story, "2015-03-10", "hit", "requesting", "AT-DUBLIN", Map.of("name", "unknown")))
                .isEqualTo(refused(Outcome.Reason.ATTRIBUTE_UNKNOWN, "hit"));
        assertThat(attempt(
                        story,
                        "2015-03-24",
                        "told",
                        "requesting",
                        "AT-DUBLIN",
                        Map.of("reason", "prison", "new-end", "soon")))
                .isEqualTo(refused(Outcome.Reason.ATTRIBUTE_VALUE, "new-end"));
    }

    @Test
    void references_and_rounds_must_exist() {
        var story = begun();
        assertThat(variant(story, "accept", "requested", 2, null, null, null, null))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_ROUND, "accept"));
        assertThat(variant(story, "accept", "requested", 1, null, null, null, null))
                .isInstanceOf(Outcome.Stands.class);
        assertThat(variant(story, "hit", "requesting", 1, null, null, null, null))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_ROUND, "hit"));
        assertThat(variant(story, "accept", "requested", null, Story.command(1), null, null, null))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
        assertThat(variant(story, "accept", "requested", null, null, Story.command(1), null, null))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
        assertThat(variant(story, "accept", "requested", null, null, null, "2015-04-01", null))
                .isEqualTo(refused(Outcome.Reason.ATTRIBUTE_UNKNOWN, "until"));
        assertThat(variant(story, "accept", "requested", null, null, null, null, "before-acceptance"))
                .isEqualTo(refused(Outcome.Reason.ATTRIBUTE_VALUE, "irregularity"));
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
        var record = new StepRecord(
                story.next(),
                step,
                role,
                LocalDate.parse("2015-03-20"),
                null,
                null,
                until == null ? null : LocalDate.parse(until),
                round,
                new TreeMap<>(),
                annuls,
                contests,
                null,
                false,
                null,
                irregularity);
        var authority = story.roles().holders(role).get(0);
        return story.engine()
                .apply(
                        story.fold(),
                        story.roles(),
                        new RecordedStep(record, authority, Instant.parse("2015-03-20T12:00:00Z")));
    }

    @Test
    void a_ruling_annuls_only_what_may_be_annulled() {
        var story = begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");
        var ruling = Map.of("final", "no", "ended-suspension", "no");
        var wrong = Story.takeBack();
        story.steps().forEach(step -> wrong.record(step.record()));
        wrong.annulling("2015-05-01", "ruled", "requesting", ruling, story.commandOf("accept"));
        assertThat(wrong.engine()
                        .apply(story.fold(), story.roles(), wrong.steps().get(4)))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_REFERENCE, "ruled"));

        story.annulling("2015-05-01", "ruled", "requesting", ruling, story.commandOf("decide"));
        assertThat(attempt(story, "2015-05-02", "transferred", "requesting", "AT-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.NEEDS_IRREGULARITY_CODE, "without-decision"));
        story.step("2015-05-03", "decide", "requesting");
        assertThat(attempt(story, "2015-05-04", "transferred", "requesting", "AT-DUBLIN"))
                .isInstanceOf(Outcome.Stands.class);
    }

    @Test
    void a_step_before_the_last_one_is_out_of_order_and_admitted_by_replay() {
        var story = begun().step("2015-03-20", "accept", "requested");
        var late = recorded(story, "2015-03-08", "hit", "requesting", "AT-DUBLIN", Map.of());

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
        var story = begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");

        assertThat(story.engine()
                        .admit(
                                story.steps(),
                                story.roles(),
                                recorded(story, "2015-03-08", "accept", "requested", "BG-DUBLIN", Map.of())))
                .isEqualTo(refused(Outcome.Reason.NOT_ENABLED, "accept"));
    }

    @Test
    void a_step_that_a_correction_leaves_without_ground_stays_and_is_flagged() {
        var story = begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");
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
        var story = begun().step("2015-03-20", "accept", "requested");
        var accept = story.commandOf("accept");
        var foreign = correction(story, accept, "request", "requesting", "2015-03-19", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), foreign))
                .isEqualTo(refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, "requesting"));
        var nothing = correction(story, Story.command(99), "accept", "requested", "2015-03-19", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), nothing))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));

        var own = correction(story, accept, "accept", "requested", "2015-03-19", false);
        assertThat(story.engine().apply(story.fold(), story.roles(), own)).isEqualTo(new Outcome.OutOfOrder());
        assertThat(story.engine().admit(story.steps(), story.roles(), own)).isInstanceOf(Outcome.Stands.class);
        story.record(own.record(), "BG-DUBLIN");
        assertThat(Story.limit(story.evaluate("2015-03-20"), "transfer").end()).isEqualTo("2015-09-19");
        var again = correction(story, accept, "accept", "requested", "2015-03-18", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), again))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
        var withdrawal = correction(story, own.record().command(), "accept", "requested", "2015-03-19", true);
        story.record(withdrawal.record(), "BG-DUBLIN");
        var ofWithdrawal = correction(story, withdrawal.record().command(), "accept", "requested", "2015-03-19", false);
        assertThat(story.engine().admit(story.steps(), story.roles(), ofWithdrawal))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_REFERENCE, "accept"));
    }

    static RecordedStep correction(
            Story story, CommandId supersedes, String step, String role, String day, boolean withdrawal) {
        var attributes = step.equals("request") ? EURODAC : Map.<String, String>of();
        var record = new StepRecord(
                story.next(),
                step,
                role,
                LocalDate.parse(day),
                null,
                null,
                null,
                null,
                new TreeMap<>(attributes),
                null,
                null,
                supersedes,
                withdrawal,
                "clerical-error",
                null);
        return new RecordedStep(record, story.roles().holders(role).get(0), Instant.parse("2015-12-01T12:00:00Z"));
    }

    @Test
    void what_was_known_on_a_day_leaves_out_what_was_recorded_later() {
        var story = begun().step("2015-03-20", "accept", "requested");
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
    void a_step_that_one_reading_forbids_is_recorded_without_effect_there() {
        var definition = Story.TAKE_BACK;
        assertThat(definition.readings()).hasSize(2);
        var story = Story.takeBack()
                .step("2014-12-23", "lodged", "requesting")
                .step("2015-01-26", "request", "requesting", EURODAC)
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
    void a_contested_fact_is_flagged() {
        var story = begun();
        var contested = story.commandOf("lodged");
        var record = new StepRecord(
                story.next(),
                "hit",
                "requesting",
                LocalDate.parse("2015-03-10"),
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                null,
                contested,
                null,
                false,
                null,
                null);
        assertThat(story.record(record).evaluate("2015-04-01").remarks())
                .extracting(remark -> remark.step() + " " + remark.flag().kind() + " " + remark.because())
                .containsExactly("lodged CONTESTED a later fact contests it");
    }

    @Test
    void a_lapse_may_be_written_only_once_it_is_past_in_every_reading() {
        var story = Story.takeBack()
                .step("2014-12-23", "lodged", "requesting")
                .step("2015-01-26", "request", "requesting", EURODAC)
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
    void a_header_gives_the_state_back_and_stays_small() {
        var story = begun().step("2015-03-20", "accept", "requested");
        for (int i = 0; i < 10; i++) {
            story.step("2015-04-1" + i % 9, "decide", "requesting");
        }
        var fold = Story.takeBack();
        story.steps().stream()
                .sorted(java.util.Comparator.comparing(step -> step.record().occurredOn()))
                .forEach(step -> fold.record(step.record()));
        var state = story.engine().read(header(fold, state(fold)));
        assertThat(CanonicalJson.write(state.toJson()))
                .isEqualTo(CanonicalJson.write(state(fold).toJson()));
        assertThat(CanonicalJson.write(state.toJson())).hasSizeLessThan(8 * 1024);
    }

    private static CaseState state(Story story) {
        var admitted = story.steps().get(story.steps().size() - 1);
        var before = story.steps().subList(0, story.steps().size() - 1);
        return ((Outcome.Stands) story.engine().admit(before, story.roles(), admitted)).next();
    }

    private static CaseHeader header(Story story, CaseState state) {
        return new CaseHeader(
                new CaseId("0".repeat(32)),
                Story.TAKE_BACK.pin(),
                List.of(),
                "AT-DUBLIN",
                story.roles(),
                story.steps().size(),
                story.steps().get(0).record().command(),
                false,
                state.toJson());
    }

    @Test
    void a_state_of_another_version_or_definition_is_refused() {
        var story = begun();
        var foreign = story.fold().toJson().put("v", 1);
        var program = new Program(Story.TAKE_BACK, Story.LIBRARY.calendars());
        assertThatThrownBy(() -> StateReader.read(foreign, program))
                .hasMessage("state is not of a version that this engine reads");
        var other = new Program(Story.ERASURE, Story.LIBRARY.calendars());
        assertThatThrownBy(() -> StateReader.read(story.fold().toJson(), other))
                .hasMessage("state is not what this engine wrote for this definition");
    }

    @Test
    void a_calendar_that_the_definition_names_must_be_there() {
        assertThatThrownBy(() -> Engine.of(Story.TAKE_BACK, List.of()))
                .hasMessage("the definition needs the calendar eu-604-2013-art42@1");
    }

    @Test
    void a_step_is_checked_before_its_place() {
        var story = begun();
        assertThat(attempt(story, "2015-01-01", "shrug", "requesting", "AT-DUBLIN"))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_STEP, "shrug"));
        assertThat(story.engine()
                        .check(recorded(story, "2015-01-01", "shrug", "requesting", "AT-DUBLIN", Map.of())
                                .record()))
                .isEqualTo(refused(Outcome.Reason.UNKNOWN_STEP, "shrug"));
        assertThat(story.engine()
                        .check(recorded(story, "2015-01-01", "hit", "requesting", "AT-DUBLIN", Map.of())
                                .record()))
                .isNull();
    }

    @Test
    void a_replay_without_a_new_step_comes_to_the_same_state_and_skips_what_it_does_not_know() {
        var story = begun().step("2015-03-20", "accept", "requested");
        var state = story.fold();
        assertThat(story.engine().replay(story.steps(), story.roles()).toJson()).isEqualTo(state.toJson());
        var more = new java.util.ArrayList<>(story.steps());
        more.add(recorded(story, "2015-03-21", "shrug", "requesting", "AT-DUBLIN", Map.of()));
        assertThat(story.engine().replay(more, story.roles()).toJson()).isEqualTo(state.toJson());
        assertThat(story.engine().replay(List.of(), story.roles()).toJson())
                .isEqualTo(story.engine().initial().toJson());
        assertThat(story.engine()
                        .evaluate(more, story.roles(), LocalDate.parse("2015-04-01"), null)
                        .remarks())
                .extracting(remark -> remark.step() + ": " + remark.because())
                .containsExactly("shrug: what it needs is no longer there: UNKNOWN_STEP shrug");
    }

    @Test
    void the_outlook_lets_the_days_pass() {
        var story = begun().step("2015-03-20", "accept", "requested");
        assertThat(story.engine()
                        .outlook(story.fold(), story.roles(), LocalDate.parse("2015-09-21"))
                        .responsible()
                        .role())
                .isEqualTo("requesting");
    }

    @Test
    void everything_a_state_holds_survives_the_header() {
        var story = begun().step("2015-03-10", "request", "requesting", EURODAC)
                .step("2015-03-20", "accept", "requested")
                .irregular("2015-03-21", "decide", "requesting", "before-acceptance")
                .step("2015-03-22", "told", "requesting", Map.of("reason", "prison", "new-end", "2016-01-01"))
                .step("2015-03-23", "imprisoned", "requesting")
                .step("2015-03-24", "told", "requesting", Map.of("reason", "prison", "new-end", "2016-01-01"))
                .step("2015-04-01", "remedy", "requesting", Map.of("against", "transfer-decision", "suspensive", "yes"))
                .step("2016-01-10", "ruled", "requesting", Map.of("final", "yes", "ended-suspension", "no"))
                .step("2016-02-01", "transferred", "requesting");
        var state = story.fold();
        var text = state.toJson().toString();
        assertThat(text)
                .contains("\"closed\"", "\"freed\"", "\"verb\"", "\"final\"", "\"ended\"", "\"lapsed\"", "\"met\"")
                .contains("\"standing\":\"late\"", "\"first\":{\"told\"", "\"alternative\"", "\"attributes\"");
        assertThat(story.engine().read(header(story, state)).toJson()).isEqualTo(state.toJson());
        for (var day : List.of("2016-02-01", "2016-12-31")) {
            var asOf = LocalDate.parse(day);
            assertThat(story.engine().outlook(story.engine().read(header(story, state)), story.roles(), asOf))
                    .isEqualTo(story.engine().outlook(state, story.roles(), asOf));
        }
    }

    @Test
    void an_annulled_step_is_remembered_as_void() {
        var story = begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");
        story.annulling(
                "2015-05-01",
                "ruled",
                "requesting",
                Map.of("final", "no", "ended-suspension", "no"),
                story.commandOf("decide"));
        var state = story.fold();
        assertThat(state.toJson().toString()).contains("\"standing\":\"void\"");
        assertThat(story.engine().read(header(story, state)).toJson()).isEqualTo(state.toJson());
    }

    @Test
    void a_held_limit_is_still_held_after_the_way_through_the_header() {
        var story = begun().step("2015-03-20", "accept", "requested")
                .step(
                        "2015-04-01",
                        "remedy",
                        "requesting",
                        Map.of("against", "transfer-decision", "suspensive", "yes"));
        var read = story.engine().read(header(story, story.fold()));
        var outlook = story.engine().outlook(read, story.roles(), LocalDate.parse("2016-01-01"));

        assertThat(Story.limit(outlook, "transfer").status()).isEqualTo(Evaluation.Status.HELD);
        assertThat(outlook)
                .isEqualTo(story.engine().outlook(story.fold(), story.roles(), LocalDate.parse("2016-01-01")));
    }
}
