// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.time.Instant;
import java.util.Arrays;

/** The highest timestamp up to each block, 12 bytes a block. */
final class RecordingTimes {

    private long[] seconds = new long[1024];
    private int[] nanos = new int[1024];
    private int size;

    void add(Instant highest) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        seconds[size] = highest.getEpochSecond();
        nanos[size] = highest.getNano();
        size++;
    }

    Instant get(int block) {
        return Instant.ofEpochSecond(seconds[block], nanos[block]);
    }
}
