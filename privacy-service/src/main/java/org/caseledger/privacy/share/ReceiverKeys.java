// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.caseledger.privacy.vault.Ids;

/**
 * One-time keys, in memory only: each opens one message of the authority that asked for it, within two minutes. The
 * oldest give way when too many wait.
 */
public final class ReceiverKeys {

    public static final Duration LIFE = Duration.ofMinutes(2);

    private static final int MOST_PER_AUTHORITY = 1000;

    private record Waiting(ECKey key, String authority, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    public ReceiverKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** @return the public half */
    public synchronized ECKey issue(String authority) {
        forgetExpired();
        makeRoomFor(authority);
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID(Ids.hex128()).generate();
            waiting.put(
                    key.getKeyID(), new Waiting(key, authority, clock.instant().plus(LIFE)));
            return key.toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is part of every Java platform", e);
        }
    }

    /** The private half, once; nothing if it was taken, has expired or was given to another authority. */
    public synchronized Optional<ECKey> take(String kid, String authority) {
        forgetExpired();
        Waiting found = waiting.get(kid);
        if (found == null || !found.authority().equals(authority)) {
            return Optional.empty();
        }
        waiting.remove(kid);
        return Optional.of(found.key());
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        waiting.values().removeIf(each -> !now.isBefore(each.until()));
    }

    private void makeRoomFor(String authority) {
        long held = waiting.values().stream()
                .filter(each -> each.authority().equals(authority))
                .count();
        Iterator<Waiting> oldest = waiting.values().iterator();
        while (held >= MOST_PER_AUTHORITY && oldest.hasNext()) {
            if (oldest.next().authority().equals(authority)) {
                oldest.remove();
                held--;
            }
        }
    }
}
