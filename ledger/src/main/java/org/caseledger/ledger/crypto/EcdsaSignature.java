// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.crypto;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The two numbers of an ECDSA signature over P-256, read from DER as leniently as Go's decoder does. */
record EcdsaSignature(BigInteger r, BigInteger s) {
    static final BigInteger ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int LONGEST_INTEGER = 33;

    /** Returns the signature, or null when the bytes are none or a number is out of range. */
    static @Nullable EcdsaSignature parse(ByteString der) {
        if (der.size() < 8 || unsigned(der, 0) != SEQUENCE) {
            return null;
        }
        int end = 2 + unsigned(der, 1);
        if (unsigned(der, 1) > 0x7f || end > der.size()) {
            return null;
        }
        BigInteger r = integer(der, 2, end);
        if (r == null) {
            return null;
        }
        BigInteger s = integer(der, 4 + unsigned(der, 3), end);
        return s == null ? null : new EcdsaSignature(r, s);
    }

    private static @Nullable BigInteger integer(ByteString der, int at, int end) {
        if (at + 3 > end || unsigned(der, at) != INTEGER) {
            return null;
        }
        int length = unsigned(der, at + 1);
        int start = at + 2;
        if (length == 0 || length > LONGEST_INTEGER || start + length > end) {
            return null;
        }
        boolean padded = length > 1 && der.byteAt(start) == 0 && der.byteAt(start + 1) >= 0;
        BigInteger value = new BigInteger(der.substring(start, start + length).toByteArray());
        return padded || value.signum() <= 0 || value.compareTo(ORDER) >= 0 ? null : value;
    }

    private static int unsigned(ByteString bytes, int at) {
        return bytes.byteAt(at) & 0xff;
    }

    /** Fabric takes only the smaller of the two values of s that verify. */
    boolean lowS() {
        return s.compareTo(HALF_ORDER) <= 0;
    }

    EcdsaSignature withLowS() {
        return lowS() ? this : new EcdsaSignature(r, ORDER.subtract(s));
    }

    byte[] toDer() {
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        byte[] der = new byte[6 + first.length + second.length];
        der[0] = SEQUENCE;
        der[1] = (byte) (der.length - 2);
        der[2] = INTEGER;
        der[3] = (byte) first.length;
        System.arraycopy(first, 0, der, 4, first.length);
        der[4 + first.length] = INTEGER;
        der[5 + first.length] = (byte) second.length;
        System.arraycopy(second, 0, der, 6 + first.length, second.length);
        return der;
    }
}
