// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;

import java.util.Map;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;

/** What ships with caseledger can be proposed, approved and played; some of it only among those who need to know. */
class ShippedProceduresTest {

    private final TestLedger ledger = Founding.closed();

    ShippedProceduresTest() {
        Library.shipped().calendars().forEach(calendar -> TestCase.activate(ledger, "calendars", calendar.content()));
        Library.shipped()
                .definitions()
                .forEach(definition -> TestCase.activate(ledger, "procedures", definition.content()));
    }

    @Test
    void every_shipped_definition_and_calendar_becomes_active() {
        assertThat(ledger.submit(BG, "procedures:list", argument -> {}))
                .hasSameSizeAs(Library.shipped().definitions())
                .allMatch(listed -> listed.get("active").asBoolean());
        assertThat(ledger.submit(BG, "calendars:list", argument -> {}))
                .hasSameSizeAs(Library.shipped().calendars())
                .allMatch(listed -> listed.get("active").asBoolean());
    }

    @Test
    void a_common_channel_takes_no_procedure_that_discloses_by_its_name() {
        var common = Founding.founded();
        var trafficking = Library.shipped().definition("trafficking-protection@1");

        assertThat(common.refuse(AT, "procedures:propose", a -> a.set("content", trafficking.content())))
                .startsWith("REFUSED CHANNEL_COMMON ");
        assertThat(common.submit(BG, "procedures:list", argument -> {})).isEmpty();
    }

    @Test
    void the_case_of_c_201_16_entered_late_stands_and_can_be_sealed() {
        var testCase = TestCase.unopened(ledger, "dublin3-take-back@1");
        ledger.submit(
                AT,
                "cases:open",
                testCase.opening(testCase.step("lodged", "requesting", "2015-03-07"), "requesting", "requested"));
        testCase.record(AT, testCase.step("request", "requesting", "2015-03-09", Map.of("basis", "eurodac")));
        testCase.record(BG, "accept", "requested", "2015-03-23");
        testCase.record(BG, "earlier-application", "requested", "2015-02-19");
        testCase.record(AT, "decide", "requesting", "2015-07-02");
        testCase.record(
                AT,
                testCase.step(
                        "remedy",
                        "requesting",
                        "2015-07-20",
                        Map.of("against", "transfer-decision", "suspensive", "no")));
        testCase.record(AT, "plea-of-expiry", "requesting", "2015-09-23");
        ledger.submit(BG, "cases:lapse", testCase.command(a -> a.put("limit", "transfer")
                .put("round", 1)
                .put("end", "2015-09-23")));
        ledger.submit(AT, "cases:seal", testCase.command(a -> {}));

        assertThat(CanonicalJson.write(testCase.header()).length).isLessThan(8 * 1024);
        assertThat(testCase.header().get("count").asInt()).isEqualTo(9);
    }

    @Test
    void an_erasure_is_decided_by_each_controller_for_itself() {
        var request = TestCase.unopenedRequest(ledger, "gdpr-erasure@1");
        ledger.submit(
                AT,
                "requests:open",
                request.opening(request.step("received", "receiving", "2026-02-02"), "receiving", "controller"));
        ledger.submit(AT, "requests:addParty", request.command(a -> a.put("role", "controller")
                .put("authority", AT)));
        for (var controller : new String[] {AT, BG}) {
            request.record(
                    controller,
                    request.step(
                            "decided", "controller", "2026-02-03", Map.of("outcome", "destroyed", "ground", "none")));
            request.record(
                    controller,
                    request.step("confirmed", "controller", "2026-02-04", Map.of("commitment", "0".repeat(64))));
        }
        ledger.submit(AT, "requests:seal", request.command(a -> {}));

        assertThat(request.header().get("sealed").asBoolean()).isTrue();
    }
}
