// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens whose signature was checked a moment ago, so that a caller's next request does not check it again. A key that
 * is withdrawn is honoured for {@value #KEPT_MILLIS} ms more; a token never past its own end.
 */
final class VerifiedTokens {

    static final long KEPT_MILLIS = 30_000;
    static final int MOST = 1_000;

    private final Map<String, Verified> tokens = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST;
        }
    };

    private record Verified(Set<Role> roles, long until) {}

    synchronized Optional<Set<Role>> find(String token, long nowMillis) {
        var known = tokens.get(token);
        if (known != null && known.until() <= nowMillis) {
            tokens.remove(token);
            return Optional.empty();
        }
        return Optional.ofNullable(known).map(Verified::roles);
    }

    synchronized Set<Role> keep(String token, Set<Role> roles, long expiryMillis, long nowMillis) {
        tokens.put(token, new Verified(roles, Math.min(expiryMillis, nowMillis + KEPT_MILLIS)));
        return roles;
    }
}
