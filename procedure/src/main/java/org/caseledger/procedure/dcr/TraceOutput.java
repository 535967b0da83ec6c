// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. What was written stays valid until the next {@link #clear}. */
public final class TraceOutput {

    private byte[] bytes = new byte[1 << 16];
    private int length;

    /** The bytes; those from {@link #length} on mean nothing. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Forgets what was written and keeps the room. */
    public void clear() {
        length = 0;
    }

    void cut(int to) {
        length = to;
    }

    void add(byte[] text) {
        if (length + text.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length, text.length), bytes.length));
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
