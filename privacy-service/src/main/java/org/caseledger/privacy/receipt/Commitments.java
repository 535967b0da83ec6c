// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.caseledger.privacy.tree.Secrets;
import org.caseledger.privacy.vault.RequestFile.Proof;

/**
 * Commitments to the destruction of a link: SHA-256 over the domain in ASCII, the request id (16 bytes), the tombstone
 * (16 bytes) and r (32 random bytes). The ledger shows the commitment; only the receipt opens it.
 */
public final class Commitments {

    public static final String DOMAIN = "caseledger/erasure/1";

    private static final HexFormat HEX = HexFormat.of();

    private Commitments() {}

    public static Proof commit(String requestId, String tombstone) {
        String r = HEX.formatHex(Secrets.random(32));
        return new Proof(tombstone, r, of(requestId, tombstone, r));
    }

    /** All arguments and the answer are lowercase hex. */
    public static String of(String requestId, String tombstone, String r) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(DOMAIN.getBytes(StandardCharsets.US_ASCII));
            digest.update(HEX.parseHex(requestId));
            digest.update(HEX.parseHex(tombstone));
            digest.update(HEX.parseHex(r));
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
