// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.junit.jupiter.api.Test;

final class ReceiverKeysTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    private final ReceiverKeys keys = new ReceiverKeys(now::get);

    @Test
    void a_key_is_given_out_without_its_private_half_and_taken_once() {
        ECKey offered = keys.issue("AT-DUBLIN");

        assertThat(offered.isPrivate()).isFalse();
        assertThat(keys.take(offered.getKeyID(), "AT-DUBLIN")).isPresent();
        assertThat(keys.take(offered.getKeyID(), "AT-DUBLIN")).isEmpty();
    }

    @Test
    void a_key_is_of_no_use_to_another_authority_and_stays_for_its_owner() {
        ECKey offered = keys.issue("AT-DUBLIN");

        assertThat(keys.take(offered.getKeyID(), "FR-DUBLIN")).isEmpty();
        assertThat(keys.take(offered.getKeyID(), "AT-DUBLIN")).isPresent();
    }

    @Test
    void a_key_expires() {
        ECKey inTime = keys.issue("AT-DUBLIN");
        ECKey late = keys.issue("AT-DUBLIN");
        now.updateAndGet(begun -> begun.plus(ReceiverKeys.LIFE).minusMillis(1));
        assertThat(keys.take(inTime.getKeyID(), "AT-DUBLIN")).isPresent();

        now.updateAndGet(before -> before.plusMillis(1));

        assertThat(keys.take(late.getKeyID(), "AT-DUBLIN")).isEmpty();
    }

    @Test
    void one_authority_cannot_crowd_out_another() {
        ECKey other = keys.issue("FR-DUBLIN");
        ECKey first = keys.issue("AT-DUBLIN");
        for (int each = 0; each < 1000; each++) {
            keys.issue("AT-DUBLIN");
        }

        assertThat(keys.take(first.getKeyID(), "AT-DUBLIN")).isEmpty();
        assertThat(keys.take(other.getKeyID(), "FR-DUBLIN")).isPresent();
    }

    @Test
    void an_envelope_opens_only_as_what_it_is() throws Exception {
        ShareMessage message = new ShareMessage("0".repeat(32), "1".repeat(32), "AT-DUBLIN", "TEST-000123");

        assertThat(Envelope.open(seal(message), keys, "AT-DUBLIN", ShareMessage.class))
                .isEqualTo(message);
        String asShare = seal(message);
        assertThatThrownBy(() -> Envelope.open(asShare, keys, "AT-DUBLIN", RequestMessage.class))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ProblemCode.MESSAGE_UNREADABLE));
        assertThatThrownBy(() -> Envelope.open("not a message", keys, "AT-DUBLIN", ShareMessage.class))
                .isInstanceOf(ProblemException.class);
    }

    private String seal(ShareMessage message) throws Exception {
        return Envelope.seal(message, keys.issue("AT-DUBLIN"));
    }
}
