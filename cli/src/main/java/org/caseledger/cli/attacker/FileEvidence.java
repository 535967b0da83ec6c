// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every byte of every file below a directory, whatever it is: heap, dead rows, log, configuration. Segments of the
 * write-ahead log are read without their page headers and joined in the order of their names, so that a row that was cut
 * by a header or a segment's end is whole again.
 */
final class FileEvidence implements Evidence {

    /** What follows a position must reach this far, so that a page that begins there is whole. */
    static final int OVERLAP = SealedPage.LENGTH + 4;

    private static final int READ_AT_A_TIME = 128 * WalPages.PAGE;

    private final Path root;
    private final byte[] buffer = new byte[OVERLAP + READ_AT_A_TIME];
    private int carried;

    FileEvidence(Path root) {
        this.root = root;
    }

    @Override
    public void replay(Consumer<Window> reader, Pass pass) throws IOException {
        carried = 0;
        for (Path file : files()) {
            if (pass.timeIsUp()) {
                return;
            }
            try {
                readFile(file, reader, pass);
                pass.countFile();
            } catch (IOException e) {
                // A running server removes files; what may not be read stays closed to an attacker, too.
                pass.countUnreadable();
                carried = 0;
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private void readFile(Path file, Consumer<Window> reader, Pass pass) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            boolean segment = false;
            long position = 0;
            boolean first = true;
            while (!pass.timeIsUp()) {
                int read = in.readNBytes(buffer, OVERLAP, READ_AT_A_TIME);
                boolean last = read < READ_AT_A_TIME;
                if (first) {
                    segment = isSegment(read);
                    first = false;
                    carried = segment ? carried : 0;
                }
                pass.countBytes(read);
                int content = segment ? WalPages.strip(buffer, OVERLAP, read) : read;
                position += hand(file, position, content, last, reader);
                if (last) {
                    carried = segment ? carried : 0;
                    return;
                }
            }
        }
    }

    private boolean isSegment(int read) {
        byte[] start = new byte[Math.min(read, 64)];
        System.arraycopy(buffer, OVERLAP, start, 0, start.length);
        return WalPages.isSegment(start, start.length);
    }

    /** Hands over what was carried from before and what was read; keeps the end for the next. */
    private int hand(Path file, long position, int content, boolean last, Consumer<Window> reader) {
        int length = carried + content;
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, OVERLAP - carried, bytes, 0, length);
        int keep = Math.min(OVERLAP, length);
        int starts = last ? length : length - keep;
        reader.accept(new Window(bytes, length, starts, file.toString(), position - carried));
        System.arraycopy(bytes, length - keep, buffer, OVERLAP - keep, keep);
        carried = keep;
        return content;
    }
}
