// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real timelines, named by docket number: the courts' results must come out of the recorded steps alone. */
class JudgmentsTest {

    private static Story c201of16() {
        var story = Story.takeBack()
                .step("2015-02-19", "earlier-application", "requested")
                .step("2015-03-07", "lodged", "requesting")
                .step("2015-03-09", "request", "requesting", Map.of("basis", "eurodac"))
                .step("2015-03-23", "accept", "requested")
                .step("2015-07-02", "decide", "requesting");
        return story.annulling(
                        "2015-07-20",
                        "ruled",
                        "requesting",
                        Map.of("final", "unknown", "ended-suspension", "no"),
                        story.commandOf("decide"))
                .step("2015-09-03", "decide", "requesting")
                .step("2015-09-23", "plea-of-expiry", "requesting");
    }

    @Test
    void c_201_16_the_request_was_in_time_and_the_reply_came_on_the_last_day() {
        var evaluation = c201of16().evaluate("2015-03-23");

        assertThat(Story.limit(evaluation, "send-request").status()).isEqualTo(Evaluation.Status.MET);
        var reply = Story.limit(evaluation, "reply");
        assertThat(reply.end()).isEqualTo("2015-03-23");
        assertThat(reply.metOn()).isEqualTo("2015-03-23");
        assertThat(reply.status()).isEqualTo(Evaluation.Status.MET);
        assertThat(evaluation.responsible())
                .isEqualTo(new Evaluation.Responsible(
                        "requested", "BG-DUBLIN", LocalDate.parse("2015-03-23"), "32013R0604 Art 25(1)"));
    }

    @Test
    void c_201_16_responsibility_passes_when_the_transfer_limit_ends() {
        assertThat(c201of16().evaluate("2015-09-23").responsible().role()).isEqualTo("requested");

        var evaluation = c201of16().evaluate("2015-09-24");
        assertThat(evaluation.responsible())
                .isEqualTo(new Evaluation.Responsible(
                        "requesting", "AT-DUBLIN", LocalDate.parse("2015-09-24"), "32013R0604 Art 29(2)"));
        assertThat(evaluation.worlds())
                .allSatisfy(world -> assertThat(world.responsible()).isEqualTo(evaluation.responsible()));
        var transfer = Story.limit(evaluation, "transfer");
        assertThat(transfer.end()).isEqualTo("2015-09-23");
        assertThat(transfer.status()).isEqualTo(Evaluation.Status.MISSED);
        assertThat(transfer.because())
                .isEqualTo("6 months from accept of 2015-03-23, the day itself not counted, until 24:00 of 2015-09-23");
        assertThat(evaluation.ended()).isEqualTo(new Evaluation.Ended(LocalDate.parse("2015-09-24"), "transfer"));
    }

    @Test
    void c_201_16_a_remedy_with_suspensive_effect_would_have_moved_the_anchor() {
        var evaluation = c201of16()
                .step("2015-09-10", "remedy", "requesting", Map.of("against", "transfer-decision", "suspensive", "yes"))
                .step("2015-11-05", "ruled", "requesting", Map.of("final", "yes", "ended-suspension", "yes"))
                .evaluate("2016-01-01");

        assertThat(Story.limit(evaluation, "transfer").end()).isEqualTo("2016-05-05");
        assertThat(evaluation.responsible().role()).isEqualTo("requested");
    }

    @Test
    void c_360_16_a_remedy_that_nobody_dated_is_a_gap_and_its_end_restarts_the_limit() {
        var evaluation = Story.takeBack()
                .step("2014-10-29", "lodged", "requesting")
                .step("2014-11-11", "request", "requesting", Map.of("basis", "eurodac"))
                .step("2015-01-30", "decide", "requesting")
                .step("2015-03-12", "ruled", "requesting", Map.of("final", "no", "ended-suspension", "yes"))
                .step("2015-08-03", "transferred", "requesting")
                .evaluate("2015-12-31");

        assertThat(Story.limit(evaluation, "reply").end()).isEqualTo("2014-11-25");
        var transfer = Story.limit(evaluation, "transfer");
        assertThat(transfer.end()).isEqualTo("2015-09-12");
        assertThat(transfer.metOn()).isEqualTo("2015-08-03");
        assertThat(transfer.status()).isEqualTo(Evaluation.Status.MET);
        assertThat(evaluation.responsible().role()).isEqualTo("requested");
        assertThat(evaluation.remarks())
                .extracting(Evaluation.Remark::flag)
                .containsExactly(new Outcome.Flag(Outcome.Flag.Kind.GAP, "ruled"));
    }

    @Test
    void c_360_16_without_the_ruling_the_transfer_would_have_been_late() {
        var evaluation = Story.takeBack()
                .step("2014-10-29", "lodged", "requesting")
                .step("2014-11-11", "request", "requesting", Map.of("basis", "eurodac"))
                .step("2015-01-30", "decide", "requesting")
                .step("2015-08-03", "transferred", "requesting")
                .evaluate("2015-12-31");

        var transfer = Story.limit(evaluation, "transfer");
        assertThat(transfer.end()).isEqualTo("2015-05-25");
        assertThat(transfer.status()).isEqualTo(Evaluation.Status.LATE);
        assertThat(transfer.daysLate()).isEqualTo(70);
        assertThat(evaluation.responsible().role()).isEqualTo("requesting");
    }

    private static Story c163of17(String informedOfDuty, String validReasons) {
        return Story.takeBack()
                .step("2014-12-23", "lodged", "requesting")
                .step("2015-01-26", "request", "requesting", Map.of("basis", "eurodac"))
                .step("2015-02-25", "decide", "requesting")
                .step(
                        "2015-06-08",
                        "absence",
                        "requesting",
                        Map.of("informed-of-duty", informedOfDuty, "valid-reasons", validReasons))
                .step("2015-06-16", "told", "requesting", Map.of("reason", "absconding", "new-end", "2016-08-10"));
    }

    @Test
    void c_163_17_silence_and_absconding_under_both_readings() {
        var before = c163of17("yes", "not-shown").evaluate("2015-06-15");
        assertThat(Story.limit(before, "reply").end()).isEqualTo("2015-02-09");
        assertThat(Story.limit(before, "transfer").earliest()).isEqualTo("2015-08-09");
        assertThat(Story.limit(before, "transfer").latest()).isEqualTo("2015-08-10");

        var transfer = Story.limit(c163of17("yes", "not-shown").evaluate("2016-01-01"), "transfer");
        assertThat(transfer.end()).isEqualTo("2016-08-09");
        assertThat(transfer.earliest()).isEqualTo("2016-08-09");
        assertThat(transfer.latest()).isEqualTo("2016-08-10");

        var after = c163of17("yes", "not-shown").evaluate("2016-08-10");
        assertThat(after.worlds())
                .extracting(world -> world.name() + " " + world.responsible().role())
                .containsExactly("silence-day=last-day requesting", "silence-day=next-day requested");
    }

    @Test
    void c_163_17_who_had_not_absconded_could_rely_on_the_end_of_six_months() {
        for (var evaluation : java.util.List.of(
                c163of17("no", "not-shown").evaluate("2015-08-11"),
                c163of17("yes", "shown").evaluate("2015-08-11"))) {
            assertThat(evaluation.worlds())
                    .extracting(world -> world.responsible().role() + " "
                            + world.responsible().since())
                    .containsExactly("requesting 2015-08-10", "requesting 2015-08-11");
        }
    }
}
