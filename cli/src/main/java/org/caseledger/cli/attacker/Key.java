// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.util.Arrays;

/**
 * A key that may open sealed pages.
 *
 * @param bytes 32 bytes, not changed by anyone
 * @param origin number of the key file that it comes from, directly or through opened pages: the authority's tree
 * @param guessed whether nothing but its place in a key file speaks for it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below, and changed by nobody
record Key(byte[] bytes, int origin, boolean guessed) {

    static final int LENGTH = 32;

    static Key at(byte[] source, int offset, int origin, boolean guessed) {
        return new Key(Arrays.copyOfRange(source, offset, offset + LENGTH), origin, guessed);
    }

    /** A key of random bytes shows variety; a run of text or zeros is not worth a try. */
    boolean looksRandom() {
        boolean[] seen = new boolean[256];
        int distinct = 0;
        for (byte value : bytes) {
            if (!seen[value & 0xff]) {
                seen[value & 0xff] = true;
                distinct++;
            }
        }
        return distinct >= LENGTH / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && origin == key.origin && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "key of tree " + origin;
    }
}
