// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keys from the files that an authority keeps them in, and from copies of such files wherever they turn up. A root key
 * file is not believed: whatever its state says, both its keys are taken, its checksum is not asked, and in a small file
 * every 32 bytes are a guess.
 */
final class KeyFiles {

    private static final byte[] MAGIC = "CLROOT1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ACTIVE_KEY = 25;
    private static final int NEXT_KEY = 57;
    private static final int GUESS_UP_TO = 1024;
    private static final int LARGEST = 1 << 20;

    private final KeyRing ring;
    private int origins;

    KeyFiles(KeyRing ring) {
        this.ring = ring;
    }

    void read(List<Path> roots) throws IOException {
        for (Path root : roots) {
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    readFile(file);
                }
            }
        }
    }

    private void readFile(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            System.err.println("left out, too large for a key file: " + file);
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int origin = origins++;
        takeRootKeys(Window.whole(bytes, file.toString()), origin);
        if (bytes.length <= GUESS_UP_TO) {
            for (int offset = 0; offset + Key.LENGTH <= bytes.length; offset++) {
                ring.add(Key.at(bytes, offset, origin, true));
            }
        }
    }

    /** Takes the keys of root key files that lie in other evidence. */
    void searchIn(Window window) {
        takeRootKeys(window, -1);
    }

    private void takeRootKeys(Window window, int origin) {
        byte[] bytes = window.bytes();
        for (int start = 0; start + NEXT_KEY + Key.LENGTH <= window.length(); start++) {
            if (bytes[start] == MAGIC[0] && matches(bytes, start)) {
                int tree = origin < 0 ? origins++ : origin;
                ring.add(Key.at(bytes, start + ACTIVE_KEY, tree, false));
                ring.add(Key.at(bytes, start + NEXT_KEY, tree, false));
            }
        }
    }

    private static boolean matches(byte[] bytes, int start) {
        for (int i = 1; i < MAGIC.length; i++) {
            if (bytes[start + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }
}
