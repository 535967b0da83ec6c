// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerRefusalTest {

    private static final String REFUSED =
            "chaincode response 500, REFUSED NOT_ENABLED {\"item\":2,\"subject\":\"decide\"}";

    @Test
    void a_refusal_is_found_in_what_a_peer_says() {
        assertThat(LedgerRefusal.parse(REFUSED))
                .contains(new LedgerRefusal("NOT_ENABLED", 2, Map.of("subject", "decide")));
    }

    @Test
    void it_is_final_when_every_endorser_says_the_same() {
        assertThat(LedgerRefusal.unanimous(List.of(REFUSED, REFUSED))).isPresent();
    }

    @Test
    void it_is_not_final_when_one_endorser_says_something_else() {
        assertThat(LedgerRefusal.unanimous(List.of(REFUSED, "REFUSED BARRED {}")))
                .isEmpty();
        assertThat(LedgerRefusal.unanimous(List.of(REFUSED, "deadline exceeded")))
                .isEmpty();
    }

    @Test
    void other_messages_hold_no_refusal() {
        assertThat(LedgerRefusal.parse("REFUSED")).isEmpty();
        assertThat(LedgerRefusal.parse("refused NOT_ENABLED {}")).isEmpty();
    }

    @Test
    void details_that_cannot_be_read_are_left_out() {
        assertThat(LedgerRefusal.parse("REFUSED BARRED {\"subject\"}"))
                .contains(new LedgerRefusal("BARRED", null, Map.of()));
    }
}
