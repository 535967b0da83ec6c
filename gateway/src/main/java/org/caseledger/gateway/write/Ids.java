// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of the ledger: 128 random bits, derived from nothing. */
public final class Ids {

    private final SecureRandom random = new SecureRandom();

    /** 32 lowercase hex digits. */
    public String next() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
