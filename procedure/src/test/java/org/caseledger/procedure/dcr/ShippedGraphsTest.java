// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedGraphsTest {

    private static final String REQUEST = "request[basis=eurodac]";
    private static final String SUSPENSIVE = "remedy[against=transfer-decision,suspensive=yes]";

    private final Compiled takeBack = Compiled.shipped("dublin3-take-back@1");
    private final Compiled erasure = Compiled.shipped("gdpr-erasure@1");

    @Test
    void a_take_back_goes_its_way() {
        assertThat(takeBack.plays("lodged", "hit", REQUEST, "receipt", "accept", "decide", "transferred"))
                .isTrue();
        assertThat(takeBack.owed()).isEmpty();
    }

    @Test
    void silence_is_an_acceptance() {
        assertThat(takeBack.plays("lodged", REQUEST, "decide")).isFalse();
        assertThat(takeBack.plays("lodged", REQUEST, "accepted-by-silence", "decide", "transferred"))
                .isTrue();
        assertThat(takeBack.plays("lodged", REQUEST, "accept", "accepted-by-silence"))
                .isFalse();
    }

    @Test
    void a_remedy_that_suspends_bars_the_transfer_and_holds_its_limit() {
        assertThat(takeBack.plays("lodged", REQUEST, "accept", "decide", SUSPENSIVE))
                .isTrue();
        assertThat(takeBack.enables("transferred")).isFalse();
        assertThat(takeBack.enables("transfer.lapsed")).isFalse();
        assertThat(takeBack.plays(
                        "lodged", REQUEST, "accept", "decide", SUSPENSIVE, "ruled[ended-suspension=yes,final=no]"))
                .isTrue();
        assertThat(takeBack.enables("transferred")).isTrue();
        assertThat(takeBack.enables("transfer.lapsed")).isTrue();
    }

    @Test
    void an_erasure_goes_its_way() {
        assertThat(erasure.plays("decided[ground=none,outcome=destroyed]")).isFalse();
        assertThat(erasure.plays("received") && erasure.owed().contains("answer.due"))
                .isTrue();
        assertThat(erasure.plays("received", "decided[ground=none,outcome=destroyed]"))
                .isTrue();
        assertThat(erasure.owed()).containsExactly("destroy.due", "tell-recipients.due");
        assertThat(erasure.plays("received", "decided[ground=none,outcome=destroyed]", "confirmed", "notified"))
                .isTrue();
        assertThat(erasure.owed()).isEmpty();
        assertThat(erasure.plays("received", "decided[ground=archiving,outcome=retained]", "confirmed"))
                .isFalse();
        assertThat(erasure.events()).doesNotContain("decided[ground=none,outcome=retained]");
    }
}
