// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Block;

/**
 * The append-only file of blocks. One process writes; readers in the same process see what is on disk. The format is
 * in {@code docs/ledger-formats.md}.
 *
 * <pre>{@code
 * try (BlockFile file = BlockFile.openReadOnly(path)) {
 *     for (Block block : file) { ... }
 * }
 * }</pre>
 */
public final class BlockFile implements Iterable<Block>, AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final BlockIndex index;
    private final boolean writable;

    private BlockFile(Path path, FileChannel channel, BlockIndex index, boolean writable) {
        this.path = path;
        this.channel = channel;
        this.index = index;
        this.writable = writable;
    }

    /**
     * Opens for appending, creates when missing, and cuts a torn tail: the rest of a record that a crash left
     * unfinished and that was therefore never acknowledged.
     *
     * @throws BlockFileException when it is damaged, no block file, or in use
     */
    public static BlockFile open(Path path) {
        try {
            boolean fresh = !Files.exists(path);
            FileChannel channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            return closingOnFailure(channel, () -> {
                lock(path, channel);
                BlockIndex index = BlockIndex.scan(path, channel);
                cutTornTail(channel, index);
                if (fresh) {
                    forceDirectory(path);
                }
                return new BlockFile(path, channel, index, true);
            });
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }

    /**
     * Opens an existing file for reading; a torn tail is left alone and not shown.
     *
     * @throws BlockFileException when it is damaged, no block file, or missing
     */
    public static BlockFile openReadOnly(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return closingOnFailure(channel, () -> new BlockFile(path, channel, BlockIndex.scan(path, channel), false));
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }

    private interface Opening {
        BlockFile run() throws IOException;
    }

    private static BlockFile closingOnFailure(FileChannel channel, Opening opening) throws IOException {
        try {
            return opening.run();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw BlockFileException.inUse(path);
            }
        } catch (OverlappingFileLockException e) {
            throw BlockFileException.inUse(path);
        }
    }

    private static void cutTornTail(FileChannel channel, BlockIndex index) throws IOException {
        if (channel.size() > index.end()) {
            channel.truncate(index.end());
            channel.force(true);
        }
        if (index.end() == 0) {
            channel.write(BlockRecord.fileHeader(), 0);
            channel.force(true);
            index.startEmpty();
        }
    }

    private static void forceDirectory(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel handle = FileChannel.open(directory, StandardOpenOption.READ)) {
                handle.force(true);
            }
        }
    }

    /** Number of whole blocks. */
    public long height() {
        return index.height();
    }

    /**
     * Bytes beyond the last whole block: a crash or a cut left them, and no block was acknowledged for them.
     *
     * @throws BlockFileException when the disk refuses
     */
    public long tornBytes() {
        try {
            return channel.size() - index.end();
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }

    /**
     * Reads one block.
     *
     * @throws NoSuchElementException beyond the height
     * @throws BlockFileException when it cannot be read
     */
    public Block read(long number) {
        return stored(number).block();
    }

    /**
     * Reads one block and shows where it lies.
     *
     * @throws NoSuchElementException beyond the height
     * @throws BlockFileException when it cannot be read
     */
    public StoredBlock stored(long number) {
        long position = index.position(number);
        try {
            ByteBuffer payload = BlockRecord.read(path, channel, position, number);
            return new StoredBlock(Block.parseFrom(payload.duplicate()), position + BlockRecord.HEADER_SIZE, payload);
        } catch (InvalidProtocolBufferException e) {
            throw BlockFileException.damaged(path, position, "the record holds no block");
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }

    /**
     * Reads up to so many bytes of the file as they are, without a look at a record's checksum; fewer at its end.
     *
     * @throws BlockFileException when they cannot be read
     */
    public ByteBuffer bytes(long position, int most) {
        try {
            return BlockRecord.readFully(channel, position, most);
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }

    /**
     * Appends in order and returns once all of them are on disk.
     *
     * @throws IllegalArgumentException when a block is not the next in number
     * @throws BlockFileException when the disk refuses; the file must be opened again then
     */
    public synchronized void append(List<Block> blocks) {
        if (!writable) {
            throw new IllegalStateException("The block file " + path + " was opened for reading.");
        }
        try {
            long position = index.end();
            long number = index.height();
            long[] positions = new long[blocks.size()];
            for (int i = 0; i < positions.length; i++) {
                positions[i] = position;
                position = write(blocks.get(i), number + i, position);
            }
            channel.force(false);
            index.add(positions, position);
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }

    private long write(Block block, long number, long position) throws IOException {
        if (block.getHeader().getNumber() != number) {
            throw new IllegalArgumentException(
                    "Append block " + number + ", not " + block.getHeader().getNumber() + ".");
        }
        ByteBuffer record = BlockRecord.encode(block);
        long at = position;
        while (record.hasRemaining()) {
            at += channel.write(record, at);
        }
        return at;
    }

    /** From block 0 to the height at the call. */
    @Override
    public Iterator<Block> iterator() {
        long end = height();
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < end;
            }

            @Override
            public Block next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("The block file ends at block " + end + ".");
                }
                return read(next++);
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw BlockFileException.storage(path, e);
        }
    }
}
