// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.CaseId;
import org.junit.jupiter.api.Test;

/** What the header of a case remembers. */
class HeaderTest {

    @Test
    void a_header_gives_the_state_back_and_stays_small() {
        var story = Attempts.begun().step("2015-03-20", "accept", "requested");
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
        var story = Attempts.begun();
        var foreign = story.fold().toJson().put("v", 1);
        var program = new Program(Story.TAKE_BACK, Story.LIBRARY.calendars());
        assertThatThrownBy(() -> StateReader.read(foreign, program))
                .hasMessage("state is not of a version that this engine reads");
        var other = new Program(Story.ERASURE, Story.LIBRARY.calendars());
        assertThatThrownBy(() -> StateReader.read(story.fold().toJson(), other))
                .hasMessage("state is not what this engine wrote for this definition");
    }

    @Test
    void everything_a_state_holds_survives_the_header() {
        var story = Attempts.begun()
                .step("2015-03-10", "request", "requesting", Attempts.EURODAC)
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
        var story =
                Attempts.begun().step("2015-03-20", "accept", "requested").step("2015-04-01", "decide", "requesting");
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
        var story = Attempts.begun()
                .step("2015-03-20", "accept", "requested")
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
