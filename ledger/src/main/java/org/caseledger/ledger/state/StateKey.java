// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.state;

import java.util.Comparator;

/** A key within a chaincode's namespace. Ordered as Fabric orders them: by the bytes of UTF-8. */
public record StateKey(String namespace, String key) implements Comparable<StateKey> {
    /** Strings by the bytes of their UTF-8 form, which is the order of code points. */
    public static final Comparator<String> BY_CODE_POINTS = StateKey::compareCodePoints;

    private static final Comparator<StateKey> ORDER =
            Comparator.comparing(StateKey::namespace, BY_CODE_POINTS).thenComparing(StateKey::key, BY_CODE_POINTS);

    @Override
    public int compareTo(StateKey other) {
        return ORDER.compare(this, other);
    }

    private static int compareCodePoints(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                int start = i > 0 && Character.isLowSurrogate(one.charAt(i)) ? i - 1 : i;
                return Integer.compare(one.codePointAt(start), other.codePointAt(start));
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
