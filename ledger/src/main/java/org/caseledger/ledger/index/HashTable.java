// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.index;

import java.util.Arrays;

/**
 * An open table of entries of a few ints each, found by a hash: a ledger has millions, too many for an object each. It
 * lies in many small parts that grow a quarter at a time, so that growing never needs a second whole table. Many
 * threads may read while none writes.
 */
public final class HashTable {
    private static final int PART_BITS = 12;
    private static final int FULL_OF_TEN = 8;
    private static final long UNSIGNED = 0xffffffffL;

    private final int width;
    private final int[][] parts = new int[1 << PART_BITS][];
    private final int[] used = new int[1 << PART_BITS];
    private long size;

    /** Tells whether the entry whose cells begin at {@code at} is the one that is meant. */
    @FunctionalInterface
    public interface Match {
        boolean test(int[] cells, int at);
    }

    /** A table whose entries have so many cells of their own; one more holds 31 bits of the hash. */
    public HashTable(int cells) {
        this.width = cells + 1;
        Arrays.fill(parts, new int[0]);
    }

    /** Where an entry of this hash that matches lies until the next {@link #add}; -1 when there is none. */
    public long find(long hash, Match match) {
        int part = part(hash);
        int[] table = parts[part];
        if (table.length == 0) {
            return -1;
        }
        int print = print(hash);
        int at = first(table, print);
        while (table[at] != 0) {
            if (table[at] == print && match.test(table, at + 1)) {
                return (long) part << Integer.SIZE | at;
            }
            at = next(table, at);
        }
        return -1;
    }

    /** Adds an entry; the caller looked before that there is none like it. */
    public void add(long hash, int... cells) {
        int part = part(hash);
        int slots = parts[part].length / width;
        if ((used[part] + 1) * 10L > slots * (long) FULL_OF_TEN) {
            parts[part] = grown(parts[part], slots + slots / 4 + 4);
        }
        place(parts[part], print(hash), cells, 0);
        used[part]++;
        size++;
    }

    /** One cell of an entry that was found. */
    public int cell(long found, int index) {
        return parts[(int) (found >>> Integer.SIZE)][(int) found + 1 + index];
    }

    /** Two cells of an entry that was found as one number. */
    public long pair(long found, int index) {
        return (long) cell(found, index) << Integer.SIZE | (cell(found, index + 1) & UNSIGNED);
    }

    /** Changes one cell of an entry that was found. */
    public void set(long found, int index, int value) {
        parts[(int) (found >>> Integer.SIZE)][(int) found + 1 + index] = value;
    }

    /** Number of entries. */
    public long size() {
        return size;
    }

    /** Bytes that the entries take, free room included. */
    public long bytes() {
        long ints = 0;
        for (int[] part : parts) {
            ints += part.length;
        }
        return ints * Integer.BYTES;
    }

    private int[] grown(int[] table, int slots) {
        int[] wider = new int[Math.multiplyExact(slots, width)];
        for (int at = 0; at < table.length; at += width) {
            if (table[at] != 0) {
                place(wider, table[at], table, at + 1);
            }
        }
        return wider;
    }

    private void place(int[] table, int print, int[] cells, int from) {
        int at = first(table, print);
        while (table[at] != 0) {
            at = next(table, at);
        }
        table[at] = print;
        System.arraycopy(cells, from, table, at + 1, width - 1);
    }

    private int first(int[] table, int print) {
        long slots = table.length / width;
        return (int) (((print & UNSIGNED) * slots) >>> Integer.SIZE) * width;
    }

    private int next(int[] table, int at) {
        int next = at + width;
        return next == table.length ? 0 : next;
    }

    private static int part(long hash) {
        return (int) (hash >>> (Long.SIZE - PART_BITS));
    }

    /** Never 0: that is a free slot. */
    private static int print(long hash) {
        return (int) hash | 1;
    }
}
