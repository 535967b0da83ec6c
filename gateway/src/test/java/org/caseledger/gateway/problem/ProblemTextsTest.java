// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caseledger.chaincode.Refusal;
import org.caseledger.gateway.ledger.LedgerRefusal;
import org.caseledger.gateway.links.PrivacyClient;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void every_code_of_the_gateway_has_a_title_and_something_to_do() {
        assertThat(Arrays.stream(ProblemCode.values()).map(Enum::name)).allMatch(texts::covers);
    }

    @Test
    void every_refusal_of_the_contract_has_a_title_and_something_to_do() {
        assertThat(Arrays.stream(Refusal.values()).map(Enum::name)).allMatch(texts::covers);
    }

    @Test
    void every_code_that_is_passed_on_from_the_privacy_service_has_a_title_and_something_to_do() {
        assertThat(PrivacyClient.passedOn()).allMatch(texts::covers);
    }

    @Test
    void no_code_of_the_gateway_is_also_one_of_the_contract_or_of_the_privacy_service() {
        var own = Arrays.stream(ProblemCode.values()).map(Enum::name).toList();

        assertThat(own).doesNotContainAnyElementsOf(PrivacyClient.passedOn());
        assertThat(own)
                .doesNotContainAnyElementsOf(
                        Arrays.stream(Refusal.values()).map(Enum::name).toList());
    }

    @Test
    void a_problem_says_its_code_its_stage_what_to_do_and_whether_a_retry_helps() {
        var refusal = new LedgerRefusal("NOT_ENABLED", 0, Map.of("subject", "transferred"));

        var json = texts.render(Problem.of(refusal), "0".repeat(32));

        assertThat(json.path("status").asInt()).isEqualTo(422);
        assertThat(json.path("stage").asText()).isEqualTo("endorse");
        assertThat(json.path("retryable").asBoolean()).isFalse();
        assertThat(json.path("fields").path("subject").asText()).isEqualTo("transferred");
        assertThat(json.path("title").asText()).isEqualTo("Nothing that happened so far makes this step possible.");
        assertThat(json.path("todo").asText()).isNotBlank();
    }

    @Test
    void only_what_may_come_right_by_itself_is_called_retryable() {
        var retryable = Arrays.stream(ProblemCode.values())
                .filter(ProblemCode::retryable)
                .filter(code -> code.status() < 500)
                .toList();

        assertThat(retryable).isEqualTo(List.of(ProblemCode.RECEIPT_NOT_READY, ProblemCode.LEDGER_CONFLICT));
    }
}
