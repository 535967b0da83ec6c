// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the event ids of one line (RFC 8259: an array of strings), one after the other. */
final class TraceLine {

    /** What stands where it should not, as a sentence. */
    static final class Malformed extends IllegalArgumentException {
        private final String sentence;

        Malformed(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    private final EventTable table;
    private final JsonEscapes escapes = new JsonEscapes();
    private byte[] text = {};
    private int at;
    private int end;
    private int event;
    private boolean first;

    TraceLine(EventTable table) {
        this.table = table;
    }

    void open(byte[] input, int from, int to) {
        text = input;
        at = from;
        end = to;
        first = true;
        skipBlanks();
        if (at == end) {
            throw new Malformed("the line is empty; write [] for a trace without events");
        }
        if (text[at] != '[') {
            throw new Malformed("a trace begins with [, and this line does not");
        }
        at++;
    }

    /** Whether there is another event; after the last one, whether the line ends as it should. */
    boolean next() {
        skipBlanks();
        if (at < end && text[at] == ']') {
            finish();
            return false;
        }
        if (!first) {
            expectComma();
        }
        first = false;
        event = id();
        return true;
    }

    /** The place of the event just read, or -1 if there is none of that id. */
    int event() {
        return event;
    }

    private void expectComma() {
        if (at == end || text[at] != ',') {
            throw new Malformed(
                    at == end
                            ? "the array is not closed with ]"
                            : "between two event ids stands a comma, and nothing else");
        }
        at++;
        skipBlanks();
    }

    private int id() {
        if (at == end || text[at] != '"') {
            throw new Malformed(
                    at == end ? "the array is not closed with ]" : "an event id is a text in quotation marks");
        }
        var from = ++at;
        var hash = 0;
        while (at < end && text[at] != '"') {
            var b = text[at];
            if (b == '\\') {
                return escaped(from);
            }
            if (b >= 0 && b < ' ') {
                throw new Malformed("an event id has a control character; write it as \\u00XX");
            }
            hash = EventTable.next(hash, b);
            at++;
        }
        if (at == end) {
            throw new Malformed("an event id is not closed with a quotation mark");
        }
        return find(text, from, at++, hash);
    }

    private int escaped(int from) {
        at = escapes.decode(text, from, end) + 1;
        var hash = 0;
        for (var i = 0; i < escapes.length(); i++) {
            hash = EventTable.next(hash, escapes.bytes()[i]);
        }
        return find(escapes.bytes(), 0, escapes.length(), hash);
    }

    private int find(byte[] bytes, int from, int to, int hash) {
        var found = table.find(bytes, from, to, hash);
        if (found < 0) {
            requireUtf8(bytes, from, to);
        }
        return found;
    }

    private static void requireUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
        } catch (CharacterCodingException e) {
            throw new Malformed("an event id is not UTF-8");
        }
    }

    private void finish() {
        at++;
        skipBlanks();
        if (at != end) {
            throw new Malformed("after the array the line goes on");
        }
    }

    private void skipBlanks() {
        while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
    }
}
