// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A page of entries. Plain form: kind 2, number of entries (2 bytes), then per entry, by unsigned key order: length of
 * the key (1 byte), key, length of the value (2 bytes), value; zeros to the end.
 */
final class LeafPage extends Page {

    static final byte KIND = 2;
    private static final int HEADER = 3;
    private static final int ENTRY_HEADER = 3;

    private final SortedMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    private int used = HEADER;

    LeafPage(long number) {
        super(number);
    }

    LeafPage(long number, byte[] plain) {
        super(number);
        ByteBuffer buffer = ByteBuffer.wrap(plain, 1, plain.length - 1);
        for (int left = buffer.getShort(); left > 0; left--) {
            byte[] key = new byte[Byte.toUnsignedInt(buffer.get())];
            buffer.get(key);
            byte[] value = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(value);
            put(key, value);
        }
    }

    @Override
    byte[] plain() {
        ByteBuffer buffer = ByteBuffer.allocate(PageCipher.PLAIN_LENGTH);
        buffer.put(KIND).putShort((short) entries.size());
        for (Map.Entry<byte[], byte[]> entry : entries.entrySet()) {
            buffer.put((byte) entry.getKey().length).put(entry.getKey());
            buffer.putShort((short) entry.getValue().length).put(entry.getValue());
        }
        return buffer.array();
    }

    SortedMap<byte[], byte[]> entries() {
        return entries;
    }

    Optional<byte[]> get(byte[] key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(byte[] key, byte[] value) {
        remove(key);
        entries.put(key, value);
        used += ENTRY_HEADER + key.length + value.length;
    }

    boolean remove(byte[] key) {
        byte[] old = entries.remove(key);
        if (old != null) {
            used -= ENTRY_HEADER + key.length + old.length;
        }
        return old != null;
    }

    boolean overflows() {
        return used > PageCipher.PLAIN_LENGTH;
    }
}
