// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;

import org.junit.jupiter.api.Test;

class RequestsTest {

    private final TestLedger ledger = TestCase.ready();

    @Test
    void a_request_lies_under_keys_of_its_own() {
        var request = TestCase.unopenedRequest(ledger);
        var result = ledger.execute(AT, "requests:open", request::opening);

        assertThat(result.succeeded()).as(result.response().getMessage()).isTrue();
        assertThat(result.writes().keySet())
                .allMatch(key -> key.startsWith("request/" + request.id)
                        || key.startsWith("request-step/" + request.id + "/")
                        || key.startsWith("command/"));
        assertThat(result.reads()).noneMatch(key -> key.startsWith("case/") || key.startsWith("step/"));
    }

    @Test
    void a_request_is_played_bound_sealed_and_read() {
        var request = TestCase.unopenedRequest(ledger).open();
        request.record(BG, "accept", "requested", "2026-01-20");
        ledger.submit(AT, "requests:addParty", request.command(a -> a.put("role", "observing")
                .put("authority", DE)));
        request.record(AT, "transferred", "requesting", "2026-02-10");
        ledger.submit(AT, "requests:seal", request.command(a -> {}));

        var history = ledger.submit(BG, "requests:history", request.itself());
        assertThat(history.get("entries"))
                .extracting(entry -> entry.get("kind").asText())
                .containsExactly("step", "step", "party", "step", "seal");
        assertThat(ledger.submit(BG, "requests:read", request.itself())).isEqualTo(history.get("header"));
    }

    @Test
    void a_case_cannot_be_reached_as_a_request_nor_a_request_as_a_case() {
        var testCase = TestCase.opened(ledger);
        var request = TestCase.unopenedRequest(ledger).open();

        assertThat(ledger.refuse(AT, "requests:read", a -> a.put("request", testCase.id)))
                .startsWith("REFUSED CASE_UNKNOWN");
        assertThat(ledger.refuse(AT, "cases:read", a -> a.put("case", request.id)))
                .startsWith("REFUSED CASE_UNKNOWN");
    }
}
