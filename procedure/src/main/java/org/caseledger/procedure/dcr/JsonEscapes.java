// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes a JSON string that has escapes to UTF-8 (RFC 8259, section 7). */
final class JsonEscapes {

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Decodes up to the closing quotation mark and returns its place. */
    int decode(byte[] text, int from, int end) {
        length = 0;
        var at = from;
        while (at < end && text[at] != '"') {
            if (text[at] == '\\') {
                at = escape(text, at + 1, end);
            } else if (text[at] >= 0 && text[at] < ' ') {
                throw new TraceLine.Malformed("an event id has a control character; write it as \\u00XX");
            } else {
                add(text[at++]);
            }
        }
        if (at >= end) {
            throw new TraceLine.Malformed("an event id is not closed with a quotation mark");
        }
        return at;
    }

    private int escape(byte[] text, int at, int end) {
        if (at < end && text[at] == 'u') {
            return unicode(text, at + 1, end);
        }
        var place = at < end ? ESCAPED.indexOf(text[at]) : -1;
        if (place < 0) {
            throw new TraceLine.Malformed("after a backslash stands one of \" \\ / b f n r t u");
        }
        add((byte) MEANT.charAt(place));
        return at + 1;
    }

    private int unicode(byte[] text, int at, int end) {
        var first = hex(text, at, end);
        var next = at + HEX_DIGITS;
        if (!Character.isSurrogate(first)) {
            add(String.valueOf(first));
            return next;
        }
        var paired = Character.isHighSurrogate(first) && next + 1 < end && text[next] == '\\' && text[next + 1] == 'u';
        var second = paired ? hex(text, next + 2, end) : first;
        if (!Character.isLowSurrogate(second) || !paired) {
            throw new TraceLine.Malformed("an event id has half of a surrogate pair");
        }
        add(String.valueOf(new char[] {first, second}));
        return next + 2 + HEX_DIGITS;
    }

    private static char hex(byte[] text, int at, int end) {
        var value = 0;
        for (var i = at; i < at + HEX_DIGITS; i++) {
            var digit = i < end && text[i] > 0 ? Character.digit((char) text[i], 16) : -1;
            if (digit < 0) {
                throw new TraceLine.Malformed("after \\u stand four hexadecimal digits");
            }
            value = (value << 4) | digit;
        }
        return (char) value;
    }

    private void add(String text) {
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            add(b);
        }
    }

    private void add(byte b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = b;
    }
}
