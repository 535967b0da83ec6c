// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recovers what can be recovered: beginning with the keys of a root store it tries every key that it learns at every
 * byte offset of every file, old versions, log and free space included.
 */
public final class StorageAttacker {

    private static final int SEALED = 12 + RecoveredPage.PLAIN + 16;
    private static final int WAL_PAGE = 8192;
    private static final int CHUNK = 1 << 20;
    private static final byte[] ZEROS = new byte[CHUNK + SEALED];

    private final byte[] treeId;
    private final List<byte[]> haystacks;
    private final Deque<KnownKey> untried = new ArrayDeque<>();
    private final Set<KnownKey> known = new HashSet<>();
    private final Set<String> entries = new TreeSet<>();

    private StorageAttacker(byte[] rootKeyFile, List<byte[]> haystacks) {
        this.treeId = Arrays.copyOfRange(rootKeyFile, 8, 24);
        this.haystacks = haystacks;
        learn(new KnownKey(0, HexFormat.of().formatHex(rootKeyFile, 25, 57)));
        learn(new KnownKey(0, HexFormat.of().formatHex(rootKeyFile, 57, 89)));
    }

    /**
     * @param rootKeyFile content of {@code root.key}
     * @param haystacks contents of anything that may hold pages, at any offset
     * @return everything that leaf pages gave away, one string of key and value an entry
     */
    public static Set<String> recover(byte[] rootKeyFile, List<byte[]> haystacks) {
        StorageAttacker attacker = new StorageAttacker(rootKeyFile, haystacks);
        while (!attacker.untried.isEmpty()) {
            attacker.attack(attacker.untried.remove());
        }
        return attacker.entries;
    }

    /** Every file under the directories; each content once, files of the write-ahead log a second time without their page headers. */
    public static List<byte[]> read(List<Path> directories) {
        List<byte[]> contents = new ArrayList<>();
        Set<ByteBuffer> seen = new HashSet<>();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(Files::isRegularFile)
                        .flatMap(file -> read(file).stream())
                        .forEach(content -> {
                            if (seen.add(ByteBuffer.wrap(content))) {
                                contents.add(content);
                            }
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }

    /** {@code StorageAttacker ROOT_KEY_FILE DIRECTORY...} prints every entry that it recovers. */
    public static void main(String[] arguments) throws IOException {
        List<Path> directories = Stream.of(arguments).skip(1).map(Path::of).toList();
        Set<String> found = recover(Files.readAllBytes(Path.of(arguments[0])), read(directories));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("recovered " + found.size());
        found.forEach(out::println);
    }

    private static List<byte[]> read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            boolean log = file.toString().contains("/pg_wal/");
            return log ? List.of(content, withoutPageHeaders(content)) : List.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withoutPageHeaders(byte[] segment) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(segment.length);
        for (int page = 0; page < segment.length; page += WAL_PAGE) {
            int header = page == 0 ? 40 : 24;
            body.write(segment, page + header, Math.min(WAL_PAGE, segment.length - page) - header);
        }
        return body.toByteArray();
    }

    private void learn(KnownKey key) {
        if (known.add(key)) {
            untried.add(key);
        }
    }

    private void attack(KnownKey key) {
        for (byte[] haystack : haystacks) {
            for (int start = 0; start + SEALED <= haystack.length; start += CHUNK) {
                int offsets = Math.min(CHUNK, haystack.length - SEALED - start + 1);
                if (!isZero(haystack, start, start + offsets + SEALED - 1)) {
                    attack(key, haystack, start, offsets);
                }
            }
        }
    }

    private static boolean isZero(byte[] haystack, int from, int to) {
        return Arrays.mismatch(haystack, from, to, ZEROS, 0, to - from) < 0;
    }

    /** The first block under the counter that GCM begins with is a cheap filter; the tag decides. */
    private void attack(KnownKey key, byte[] haystack, int start, int offsets) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.bytes(), "AES"));
            byte[] blocks = new byte[offsets * 16];
            for (int i = 0; i < offsets; i++) {
                System.arraycopy(haystack, start + i, blocks, i * 16, 12);
                blocks[i * 16 + 15] = 2;
            }
            byte[] stream = cipher.doFinal(blocks);
            for (int i = 0; i < offsets; i++) {
                for (int each = 0; each < 16; each++) {
                    stream[i * 16 + each] ^= haystack[start + i + 12 + each];
                }
                if (RecoveredPage.plausible(stream, i * 16)) {
                    open(key, haystack, start + i);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(KnownKey key, byte[] haystack, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key.bytes(), "AES"),
                    new GCMParameterSpec(128, haystack, offset, 12));
            cipher.updateAAD("caseledger/page/1".getBytes(StandardCharsets.US_ASCII));
            cipher.updateAAD(treeId);
            cipher.updateAAD(ByteBuffer.allocate(8).putLong(key.page()).array());
            RecoveredPage page = new RecoveredPage(cipher.doFinal(haystack, offset + 12, SEALED - 12));
            page.childKeys().forEach(this::learn);
            entries.addAll(page.entries());
        } catch (GeneralSecurityException e) {
            // Not a page under this key: the usual case.
        }
    }
}
