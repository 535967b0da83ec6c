// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@value #FANOUT} slots, each with a child's page number and key; neighbouring slots may lead to the same
 * child. Plain form: kind 1, the slots (number 8 bytes, key 32 bytes), 32 bytes of hash key (the root's is used), zeros.
 */
final class NodePage extends Page {

    static final int FANOUT = 64;
    static final int BITS = 6;
    static final byte KIND = 1;

    final int depth;
    private final long[] numbers = new long[FANOUT];
    private final byte[][] keys = new byte[FANOUT][PageCipher.KEY_LENGTH];
    private final @Nullable Page[] loaded = new @Nullable Page[FANOUT];
    private final byte[] hashKey;

    NodePage(long number, int depth) {
        super(number);
        this.depth = depth;
        this.hashKey = Secrets.random(PageCipher.KEY_LENGTH);
    }

    NodePage(long number, int depth, byte[] plain) throws TreeException {
        super(number);
        this.depth = depth;
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        if (buffer.get() != KIND) {
            throw new TreeException("Page " + number + " is no node page.");
        }
        for (int slot = 0; slot < FANOUT; slot++) {
            numbers[slot] = buffer.getLong();
            buffer.get(keys[slot]);
        }
        this.hashKey = new byte[PageCipher.KEY_LENGTH];
        buffer.get(hashKey);
    }

    @Override
    byte[] plain() {
        ByteBuffer buffer = ByteBuffer.allocate(PageCipher.PLAIN_LENGTH);
        buffer.put(KIND);
        for (int slot = 0; slot < FANOUT; slot++) {
            buffer.putLong(numbers[slot]).put(keys[slot]);
        }
        return buffer.put(hashKey).array();
    }

    byte[] hashKey() {
        return hashKey;
    }

    long number(int slot) {
        return numbers[slot];
    }

    byte[] key(int slot) {
        return keys[slot];
    }

    @Nullable
    Page child(int slot) {
        return loaded[slot];
    }

    int firstOfRun(int slot) {
        int first = slot;
        while (first > 0 && numbers[first - 1] == numbers[slot]) {
            first--;
        }
        return first;
    }

    int widthOfRun(int first) {
        int end = first;
        while (end < FANOUT && numbers[end] == numbers[first]) {
            end++;
        }
        return end - first;
    }

    /** Hangs a child that was read from storage; numbers and keys stay. */
    void attach(Page child, int slot) {
        int first = firstOfRun(slot);
        int slots = widthOfRun(first);
        child.hang(this, first, slots);
        Arrays.fill(loaded, first, first + slots, child);
    }

    /** Hangs a child under a new key. */
    void place(Page child, int first, int slots) {
        child.hang(this, first, slots);
        Arrays.fill(loaded, first, first + slots, child);
        Arrays.fill(numbers, first, first + slots, child.number);
        newKey(child);
    }

    void newKey(Page child) {
        byte[] key = Secrets.random(PageCipher.KEY_LENGTH);
        for (int slot = child.firstSlot(); slot < child.firstSlot() + child.width(); slot++) {
            System.arraycopy(key, 0, keys[slot], 0, key.length);
        }
    }

    void forget(Page child) {
        Arrays.fill(loaded, child.firstSlot(), child.firstSlot() + child.width(), null);
    }
}
