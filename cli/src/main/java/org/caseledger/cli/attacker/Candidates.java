// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.util.Arrays;

/**
 * The places in a window where a sealed page may begin. A sealed page has no mark of its own: it is random from its first
 * byte. So everything is a candidate that is followed by enough bytes which look random: no run of equal bytes, and as
 * many high bits as low ones. That holds wherever the page lies, whether its row is alive or dead, and for a page whose
 * end was overwritten.
 */
final class Candidates {

    /** This much of a page must be there; a page with less is given up. */
    static final int LEAST = 512;

    /** A random page has a run this long once in a million pages. */
    private static final int RUN = 5;

    private static final int SAMPLE = 256;
    private static final int FEWEST_HIGH_BITS = 88;
    private static final int MOST_HIGH_BITS = 168;

    /** Guessed keys are tried this far from where randomness begins, as rows begin with a number of many zeros. */
    private static final int HEAD = 64;

    private int[] all = new int[1 << 12];
    private int count;
    private int[] heads = new int[1 << 10];
    private int headCount;
    private int pages;

    static Candidates in(Window window) {
        Candidates candidates = new Candidates();
        candidates.search(window);
        return candidates;
    }

    /** @param guessed whether for a key that is only a guess */
    int[] positions(boolean guessed) {
        return guessed ? heads : all;
    }

    int count(boolean guessed) {
        return guessed ? headCount : count;
    }

    /** How many whole sealed pages the window may hold. */
    int pages() {
        return pages;
    }

    private void search(Window window) {
        byte[] bytes = window.bytes();
        int from = 0;
        int run = 1;
        for (int i = 1; i <= window.length(); i++) {
            boolean equal = i < window.length() && bytes[i] == bytes[i - 1];
            if (equal) {
                run++;
                if (run == RUN) {
                    takeStretch(window, from, i - RUN + 1);
                }
                continue;
            }
            if (run >= RUN) {
                // The page's own first bytes may equal those of the run before it.
                from = i - RUN + 1;
            }
            run = 1;
        }
        if (run < RUN) {
            takeStretch(window, from, window.length());
        }
    }

    private void takeStretch(Window window, int from, int to) {
        int end = Math.min(window.starts(), to - LEAST + 1);
        if (end <= from) {
            return;
        }
        int high = highBits(window.bytes(), from);
        boolean random = false;
        for (int i = from; i < end; i++) {
            if (high >= FEWEST_HIGH_BITS && high <= MOST_HIGH_BITS) {
                add(i, i - from < HEAD);
                random = true;
            }
            high += (window.bytes()[i + SAMPLE] >>> 7 & 1) - (window.bytes()[i] >>> 7 & 1);
        }
        if (random) {
            pages += (to - from) / SealedPage.LENGTH;
        }
    }

    private static int highBits(byte[] bytes, int from) {
        int high = 0;
        for (int i = from; i < from + SAMPLE; i++) {
            high += bytes[i] >>> 7 & 1;
        }
        return high;
    }

    private void add(int position, boolean head) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = position;
        if (head) {
            if (headCount == heads.length) {
                heads = Arrays.copyOf(heads, 2 * headCount);
            }
            heads[headCount++] = position;
        }
    }
}
