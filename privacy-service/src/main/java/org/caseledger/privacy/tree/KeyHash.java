// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chooses an entry's way through the tree: HMAC-SHA-256 of its key under a key that lies in the root page, six bits a
 * level from the most significant on. Without the tree nobody can tell which page an entry is in.
 */
final class KeyHash {

    private final Mac mac;

    KeyHash(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
        }
    }

    byte[] of(byte[] entryKey) {
        return mac.doFinal(entryKey);
    }

    static int slot(byte[] hash, int depth) {
        int slot = 0;
        for (int bit = depth * NodePage.BITS; bit < (depth + 1) * NodePage.BITS; bit++) {
            slot = (slot << 1) | ((hash[bit / 8] >> (7 - bit % 8)) & 1);
        }
        return slot;
    }
}
