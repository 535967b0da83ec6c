// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Writes UTF-8 to a file or terminal whatever the locale says; bytes that are UTF-8 already pass as they are. */
public final class Utf8Writer extends PrintWriter {
    private final FileChannel channel;

    public Utf8Writer(FileOutputStream stream) {
        super(stream, true, StandardCharsets.UTF_8);
        this.channel = stream.getChannel();
    }

    /** Writes UTF-8 to any writer, the shortest way that it knows. */
    public static void write(PrintWriter to, byte[] utf8, int length) throws IOException {
        if (to instanceof Utf8Writer direct) {
            direct.flush();
            // The stream would copy each call to memory that it takes anew; the channel keeps a buffer.
            ByteBuffer bytes = ByteBuffer.wrap(utf8, 0, length);
            while (bytes.hasRemaining()) {
                direct.channel.write(bytes);
            }
        } else {
            to.write(new String(utf8, 0, length, StandardCharsets.UTF_8));
        }
    }
}
