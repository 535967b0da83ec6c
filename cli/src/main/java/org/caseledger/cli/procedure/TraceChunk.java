// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.caseledger.procedure.dcr.DcrProgram;
import org.caseledger.procedure.dcr.MalformedTraceException;
import org.caseledger.procedure.dcr.TraceOutput;
import org.caseledger.procedure.dcr.TracePlayer;
import org.jspecify.annotations.Nullable;

/** Some whole lines of a file of traces, and what came of them. Used again for later lines. */
final class TraceChunk {
    private static final int SIZE = 1 << 18;
    private static final int LONGEST_LINE = 1 << 28;
    private static final byte[] NOTHING = {};

    private final TracePlayer player;
    private final TraceOutput output = new TraceOutput();
    private byte[] input = new byte[SIZE];
    private int length;
    private int lines;
    private @Nullable MalformedTraceException malformed;

    TraceChunk(DcrProgram program) {
        player = new TracePlayer(program);
    }

    /**
     * Takes the rest that the chunk before it left, and whole lines from the file.
     *
     * @return the bytes of the line that is not whole yet, or null at the end of the file
     */
    byte @Nullable [] fill(byte[] rest, InputStream file) throws IOException {
        length = 0;
        append(rest);
        while (true) {
            int free = input.length - length;
            int read = file.readNBytes(input, length, free);
            length += read;
            if (read < free) {
                return null;
            }
            int end = lastLineEnd();
            if (end > 0) {
                byte[] left = end == length ? NOTHING : Arrays.copyOfRange(input, end, length);
                length = end;
                return left;
            }
            if (input.length >= LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " bytes.");
            }
            input = Arrays.copyOf(input, input.length * 2);
        }
    }

    TraceChunk play() {
        output.clear();
        malformed = null;
        try {
            lines = player.play(input, length, output);
        } catch (MalformedTraceException e) {
            malformed = e;
        }
        return this;
    }

    /** What the lines gave; up to the malformed one, if there is one. */
    TraceOutput output() {
        return output;
    }

    int lines() {
        return lines;
    }

    @Nullable
    MalformedTraceException malformed() {
        return malformed;
    }

    private void append(byte[] rest) {
        if (rest.length >= input.length) {
            input = new byte[Integer.highestOneBit(rest.length) * 2];
        }
        System.arraycopy(rest, 0, input, 0, rest.length);
        length = rest.length;
    }

    private int lastLineEnd() {
        int end = length;
        while (end > 0 && input[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
