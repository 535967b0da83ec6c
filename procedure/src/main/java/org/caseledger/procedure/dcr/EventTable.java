// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds an event by the UTF-8 bytes of its id without making a string: open addressing, a quarter full at most. */
final class EventTable {

    private final byte[][] ids;
    private final int[] slots;

    EventTable(DcrProgram program) {
        ids = new byte[program.size()][];
        slots = new int[Integer.highestOneBit(Math.max(1, program.size())) * 8];
        Arrays.fill(slots, -1);
        for (var event = 0; event < ids.length; event++) {
            ids[event] = program.id(event).getBytes(StandardCharsets.UTF_8);
            var hash = 0;
            for (var b : ids[event]) {
                hash = next(hash, b);
            }
            var slot = slot(hash);
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = event;
        }
    }

    /** The hash of some bytes and one more; of no bytes it is 0. */
    static int next(int hash, byte b) {
        return hash * 31 + b;
    }

    /** The event of that id, or -1. */
    int find(byte[] text, int from, int to, int hash) {
        for (var slot = slot(hash); slots[slot] >= 0; slot = (slot + 1) & (slots.length - 1)) {
            var id = ids[slots[slot]];
            if (Arrays.equals(id, 0, id.length, text, from, to)) {
                return slots[slot];
            }
        }
        return -1;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }
}
