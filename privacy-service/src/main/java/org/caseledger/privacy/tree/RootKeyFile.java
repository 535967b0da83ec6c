// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The only secret that lies outside the pages, in a file of fixed size that is replaced atomically: whoever destroys
 * its old content destroys every page that was sealed below it. The replaced file is overwritten before it is let go;
 * what a file system or a disk keeps of overwritten blocks is the operator's to bound (an encrypted volume, no
 * snapshots, no backup of this directory).
 */
public final class RootKeyFile {

    private static final byte[] MAGIC = "CLROOT1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKED = MAGIC.length + 16 + 1 + 2 * PageCipher.KEY_LENGTH;
    private static final int LENGTH = CHECKED + 32;

    private final Path directory;
    private final Path file;

    private RootKeyFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("root.key");
    }

    /** Creates the directory, readable by its owner alone, where it does not exist. */
    public static RootKeyFile in(Path directory) throws TreeException {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new RootKeyFile(directory);
        } catch (IOException e) {
            throw new TreeException("The root key's directory cannot be created. Check rootStore and its rights.", e);
        }
    }

    Optional<RootKeys> read() throws TreeException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new TreeException("The root key cannot be read. Check the rights of rootStore.", e);
        }
    }

    /** Returns once the new content is durable and the old one overwritten. */
    void write(RootKeys keys) throws TreeException {
        Path fresh = directory.resolve("root.key.new");
        try {
            Files.deleteIfExists(fresh);
            writeDurably(fresh, format(keys));
            if (Files.exists(file)) {
                replace(fresh);
            } else {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                forceDirectory();
            }
        } catch (IOException e) {
            throw new TreeException("The root key cannot be written. Check space and rights of rootStore.", e);
        }
    }

    private void replace(Path fresh) throws IOException {
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceDirectory();
            old.write(ByteBuffer.wrap(Secrets.random(LENGTH)), 0);
            old.force(true);
        }
    }

    private static void writeDurably(Path path, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] format(RootKeys keys) {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
        buffer.put(MAGIC).put(keys.treeId()).put(keys.state().code()).put(keys.active());
        buffer.put(keys.pendingKey().orElseGet(() -> Secrets.random(PageCipher.KEY_LENGTH)));
        buffer.put(sha256(Arrays.copyOf(buffer.array(), CHECKED)));
        return buffer.array();
    }

    private static RootKeys parse(byte[] content) throws TreeException {
        boolean whole = content.length == LENGTH
                && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && MessageDigest.isEqual(
                        sha256(Arrays.copyOf(content, CHECKED)), Arrays.copyOfRange(content, CHECKED, LENGTH));
        if (!whole) {
            throw damaged();
        }
        ByteBuffer buffer = ByteBuffer.wrap(content, MAGIC.length, CHECKED - MAGIC.length);
        byte[] treeId = new byte[16];
        byte[] active = new byte[PageCipher.KEY_LENGTH];
        byte[] next = new byte[PageCipher.KEY_LENGTH];
        buffer.get(treeId);
        RootKeys.State state = RootKeys.State.of(buffer.get()).orElseThrow(RootKeyFile::damaged);
        buffer.get(active).get(next);
        return new RootKeys(treeId, state, active, state == RootKeys.State.PENDING ? next : null);
    }

    private static TreeException damaged() {
        return new TreeException("The root key file is damaged. Bring it back from the replica of rootStore.");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
