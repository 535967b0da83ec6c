// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.attack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The plain form of a page: the keys that a node page gives away, or the entries of a leaf page. */
final class RecoveredPage {

    static final int PLAIN = 4000;

    private final ByteBuffer plain;

    RecoveredPage(byte[] plain) {
        this.plain = ByteBuffer.wrap(plain);
    }

    /** Whether the first 16 bytes may be those of a page: kind, then a small number. */
    static boolean plausible(byte[] blocks, int offset) {
        boolean node = blocks[offset] == 1
                && blocks[offset + 1] == 0
                && blocks[offset + 2] == 0
                && blocks[offset + 3] == 0
                && blocks[offset + 4] == 0;
        boolean leaf = blocks[offset] == 2 && blocks[offset + 1] >= 0 && blocks[offset + 1] < 6;
        return node || leaf;
    }

    Set<KnownKey> childKeys() {
        Set<KnownKey> keys = new LinkedHashSet<>();
        if (plain.get(0) == 1) {
            for (int slot = 0; slot < 64; slot++) {
                byte[] key = new byte[32];
                plain.get(1 + slot * 40 + 8, key);
                keys.add(new KnownKey(
                        plain.getLong(1 + slot * 40), HexFormat.of().formatHex(key)));
            }
        }
        return keys;
    }

    /** Key and value of each entry, joined, as text of one byte a character. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        if (plain.get(0) == 2) {
            int at = 3;
            for (int left = plain.getShort(1); left > 0; left--) {
                int keyLength = Byte.toUnsignedInt(plain.get(at));
                int valueLength = Short.toUnsignedInt(plain.getShort(at + 1 + keyLength));
                byte[] entry = new byte[keyLength + valueLength];
                plain.get(at + 1, entry, 0, keyLength);
                plain.get(at + 3 + keyLength, entry, keyLength, valueLength);
                entries.add(new String(entry, StandardCharsets.ISO_8859_1));
                at += 3 + keyLength + valueLength;
            }
        }
        return entries;
    }
}
