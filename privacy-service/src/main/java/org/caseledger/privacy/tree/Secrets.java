// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.security.SecureRandom;

/** Random bytes from the platform's generator. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
