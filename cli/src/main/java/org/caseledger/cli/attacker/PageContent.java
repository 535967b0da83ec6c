// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The content of a page: a node with keys of other pages, or a leaf with entries. Reads until sense ends. */
final class PageContent {

    static final int NODE = 1;
    static final int LEAF = 2;

    private static final int SLOTS = 64;
    private static final int SLOT = 8 + Key.LENGTH;
    private static final int LEAF_HEAD = 3;
    private static final long LARGEST_NUMBER = 1L << 32;

    private PageContent() {}

    /** Whether 16 bytes can be the first of a page; random ones are in one of some million cases. */
    static boolean beginsLikeOne(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        if (bytes.get() == NODE) {
            return isPageNumber(bytes.getLong());
        }
        int entries = bytes.getShort() & 0xffff;
        int keyLength = bytes.get() & 0xff;
        return entries > 0
                && entries * 5 < SealedPage.LENGTH
                && Entry.isKeyForm(bytes.get(), bytes.get() & 0xff, keyLength);
    }

    /** The keys that a node holds; empty for a leaf. */
    static List<byte[]> keys(byte[] content) {
        List<byte[]> keys = new ArrayList<>();
        if (content[0] != NODE) {
            return keys;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content, 1, content.length - 1);
        for (int slot = 0; slot < SLOTS && bytes.remaining() >= SLOT; slot++) {
            long number = bytes.getLong();
            byte[] key = new byte[Key.LENGTH];
            bytes.get(key);
            if (!isPageNumber(number)) {
                break;
            }
            if (keys.isEmpty() || !Arrays.equals(key, keys.get(keys.size() - 1))) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The entries that a leaf holds; empty for a node. */
    static List<Entry> entries(byte[] content) {
        List<Entry> entries = new ArrayList<>();
        if (content[0] != LEAF) {
            return entries;
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        int count = bytes.getShort(1) & 0xffff;
        bytes.position(LEAF_HEAD);
        while (entries.size() < count && bytes.remaining() > 3) {
            int keyLength = bytes.get() & 0xff;
            if (keyLength + 2 > bytes.remaining()) {
                break;
            }
            byte[] key = new byte[keyLength];
            bytes.get(key);
            int valueLength = bytes.getShort() & 0xffff;
            if (valueLength > bytes.remaining() || !Entry.isPlausible(key, valueLength)) {
                break;
            }
            byte[] value = new byte[valueLength];
            bytes.get(value);
            entries.add(Entry.of(key, value));
        }
        return entries;
    }

    private static boolean isPageNumber(long number) {
        return number >= 0 && number < LARGEST_NUMBER;
    }
}
