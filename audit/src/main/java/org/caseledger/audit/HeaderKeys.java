// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The header keys of one docket, 16 bytes each, in 256 parts by their first byte: only one part is ever spelt out. */
final class HeaderKeys {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int PARTS = 256;

    private final String prefix;
    private final long[][] parts = new long[PARTS][0];
    private final int[] used = new int[PARTS];
    private final SortedSet<String> others = new TreeSet<>();
    private long size;

    HeaderKeys(String prefix) {
        this.prefix = prefix;
    }

    boolean takes(String key) {
        return key.startsWith(prefix);
    }

    long size() {
        return size;
    }

    /** Adds a key that is not among them. */
    void add(String key) {
        size++;
        var id = key.substring(prefix.length());
        if (!ID.matcher(id).matches()) {
            others.add(key);
            return;
        }
        var high = HexFormat.fromHexDigitsToLong(id, 0, 16);
        var part = (int) (high >>> 56);
        if (used[part] == parts[part].length) {
            parts[part] = Arrays.copyOf(parts[part], (used[part] + used[part] / 4 + 4) & -2);
        }
        parts[part][used[part]++] = high;
        parts[part][used[part]++] = HexFormat.fromHexDigitsToLong(id, 16, 32);
    }

    /** Gives all keys in order, some at a time; the keys that no contract would write come last. */
    void inOrder(Consumer<List<String>> some) {
        var hex = HexFormat.of();
        for (var part = 0; part < PARTS; part++) {
            var keys = new ArrayList<String>(used[part] / 2);
            for (var at = 0; at < used[part]; at += 2) {
                keys.add(prefix + hex.toHexDigits(parts[part][at]) + hex.toHexDigits(parts[part][at + 1]));
            }
            keys.sort(null);
            some.accept(keys);
        }
        some.accept(List.copyOf(others));
    }
}
