// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;
import static org.caseledger.chaincode.TestLedger.FR;

import org.junit.jupiter.api.Test;

class GovernanceTest {

    private final TestLedger ledger = new TestLedger();

    @Test
    void the_founding_list_is_active_once_every_member_has_approved_it() {
        var hash = ledger.submit(AT, "participants:propose", Founding::members)
                .get("hash")
                .asText();
        for (var authority : new String[] {BG, DE}) {
            var answer = ledger.submit(authority, "participants:approve", argument -> argument.put("hash", hash));
            assertThat(answer.get("active").asBoolean()).isFalse();
        }
        var last = ledger.submit(FR, "participants:approve", argument -> argument.put("hash", hash));

        assertThat(last.get("active").asBoolean()).isTrue();
        assertThat(ledger.submit(AT, "participants:read", argument -> {})).isEqualTo(ledger.json("participants"));
        assertThat(ledger.json("participants").get("approvals"))
                .extracting(a -> a.asText())
                .containsExactly(AT, BG, DE, FR);
    }

    @Test
    void the_class_of_the_channel_is_approved_with_the_list_and_stands_on_the_ledger() {
        var common = ledger.submit(AT, "participants:propose", Founding::members)
                .get("hash")
                .asText();
        ledger.submit(AT, "participants:propose", argument -> {
            Founding.members(argument);
            argument.put("channel", "need-to-know");
        });

        assertThat(ledger.refuse(BG, "participants:approve", argument -> argument.put("hash", common)))
                .startsWith("REFUSED HASH_DIFFERS ");
        assertThat(ledger.json("participants").get("channel").asText()).isEqualTo("need-to-know");
        assertThat(ledger.refuse(AT, "participants:propose", argument -> {
                    Founding.members(argument);
                    argument.put("channel", "common");
                }))
                .startsWith("REFUSED ARGUMENT_MALFORMED ");
    }

    @Test
    void a_founding_list_that_is_not_active_can_be_replaced_and_loses_its_approvals() {
        ledger.submit(AT, "participants:propose", Founding::members);
        ledger.submit(BG, "participants:propose", argument -> Founding.members(argument, AT, BG));

        assertThat(ledger.json("participants").get("approvals"))
                .extracting(a -> a.asText())
                .containsExactly(BG);
    }

    @Test
    void a_governance_transaction_names_the_key_that_it_wrote() {
        var result = ledger.execute(AT, "participants:propose", Founding::members);

        assertThat(result.eventName()).isEqualTo("caseledger.v1");
        assertThat(result.event())
                .asString()
                .isEqualTo("{\"entries\":[{\"file\":\"participants\",\"kind\":\"participants\"}],\"v\":1}");
        assertThat(result.reads()).containsExactly("participants");
        assertThat(result.writes()).containsOnlyKeys("participants");
    }
}
