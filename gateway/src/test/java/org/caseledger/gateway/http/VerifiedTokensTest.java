// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Set<Role> ROLES = Set.of(Role.CASEWORKER);
    private static final long NOW = 1_000_000;
    private static final long LATER = NOW + 3_600_000;

    private final VerifiedTokens tokens = new VerifiedTokens();

    @Test
    void a_token_is_known_until_its_check_is_too_old() {
        tokens.keep("token", ROLES, LATER, NOW);

        assertThat(tokens.find("token", NOW + VerifiedTokens.KEPT_MILLIS - 1)).contains(ROLES);
        assertThat(tokens.find("token", NOW + VerifiedTokens.KEPT_MILLIS)).isEmpty();
    }

    @Test
    void a_token_is_not_known_past_its_own_end() {
        tokens.keep("token", ROLES, NOW + 10, NOW);

        assertThat(tokens.find("token", NOW + 9)).contains(ROLES);
        assertThat(tokens.find("token", NOW + 10)).isEmpty();
    }

    @Test
    void another_token_is_not_known() {
        tokens.keep("token", ROLES, LATER, NOW);

        assertThat(tokens.find("token2", NOW)).isEmpty();
    }

    @Test
    void no_more_are_kept_than_the_bound() {
        for (int number = 0; number <= VerifiedTokens.MOST; number++) {
            tokens.keep("token" + number, ROLES, LATER, NOW);
        }

        assertThat(tokens.find("token0", NOW)).isEmpty();
        assertThat(tokens.find("token1", NOW)).contains(ROLES);
    }
}
