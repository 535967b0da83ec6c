// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One entry of a leaf, or one part of it.
 *
 * @param kind {@code L}, {@code H}, {@code F} or {@code R}
 * @param part from 0
 * @param id hexadecimal
 * @param value as it stands in the leaf
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below, and changed by nobody
record Entry(char kind, int part, String id, byte[] value) {

    private static final int CASE_ID = 16;
    private static final int HANDLE = 26;
    private static final int LONGEST_FILE_NUMBER = 128;

    static Entry of(byte[] key, byte[] value) {
        String id = HexFormat.of().formatHex(key, 2, key.length);
        return new Entry((char) key[0], key[1] & 0xff, id, value);
    }

    static boolean isKeyForm(byte kind, int part, int keyLength) {
        int idLength = keyLength - 2;
        return switch ((char) kind) {
            case 'L', 'R' -> idLength == CASE_ID && part < 255;
            case 'H' -> idLength == HANDLE && part < 255;
            case 'F' -> idLength >= 1 && idLength <= LONGEST_FILE_NUMBER && part < 255;
            default -> false;
        };
    }

    static boolean isPlausible(byte[] key, int valueLength) {
        if (key.length < 3 || valueLength < 1 || !isKeyForm(key[0], key[1] & 0xff, key.length)) {
            return false;
        }
        boolean text = key[0] == 'H' || key[0] == 'F';
        return !text || isText(key);
    }

    private static boolean isText(byte[] key) {
        String text = new String(key, 2, key.length - 2, StandardCharsets.UTF_8);
        return text.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == 0xfffd);
    }

    String idAsText() {
        return new String(HexFormat.of().parseHex(id), StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && kind == entry.kind
                && part == entry.part
                && id.equals(entry.id)
                && Arrays.equals(value, entry.value);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "entry " + kind;
    }
}
