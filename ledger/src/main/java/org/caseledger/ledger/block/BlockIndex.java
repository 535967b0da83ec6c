// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** Where each block of a file begins. */
final class BlockIndex {
    private long[] positions = new long[1024];
    private int height;
    private long end;

    private BlockIndex() {}

    /**
     * Walks a whole file and checks every record. It ends where a record is unfinished.
     *
     * @throws BlockFileException where a finished record is damaged
     */
    static BlockIndex scan(Path path, FileChannel channel) throws IOException {
        BlockIndex index = new BlockIndex();
        long size = channel.size();
        if (!startsRight(path, channel, size)) {
            return index;
        }
        index.end = BlockRecord.FILE_HEADER_SIZE;
        while (index.end + BlockRecord.HEADER_SIZE <= size) {
            long position = index.end;
            ByteBuffer header = BlockRecord.readFully(channel, position, BlockRecord.HEADER_SIZE);
            if (zero(header) && zeroToTheEnd(channel, position, size)) {
                return index;
            }
            BlockRecord.Header read = BlockRecord.header(path, header, position);
            long next = position + BlockRecord.HEADER_SIZE + read.length();
            if (next > size) {
                return index;
            }
            BlockRecord.read(path, channel, position, index.height);
            index.add(new long[] {position}, next);
        }
        return index;
    }

    private static boolean startsRight(Path path, FileChannel channel, long size) throws IOException {
        ByteBuffer found = BlockRecord.readFully(channel, 0, (int) Math.min(size, BlockRecord.FILE_HEADER_SIZE));
        ByteBuffer expected = BlockRecord.fileHeader();
        boolean whole = found.remaining() == expected.remaining();
        if (!found.equals(expected.slice(0, found.remaining()))) {
            throw BlockFileException.damaged(path, 0, "it does not begin as a block file of this version does");
        }
        return whole;
    }

    private static boolean zero(ByteBuffer bytes) {
        return bytes.equals(ByteBuffer.allocate(bytes.remaining()));
    }

    private static boolean zeroToTheEnd(FileChannel channel, long position, long size) throws IOException {
        for (long at = position; at < size; at += 1 << 20) {
            if (!zero(BlockRecord.readFully(channel, at, (int) Math.min(1 << 20, size - at)))) {
                return false;
            }
        }
        return true;
    }

    synchronized void startEmpty() {
        end = BlockRecord.FILE_HEADER_SIZE;
    }

    synchronized void add(long[] more, long newEnd) {
        if (height + more.length > positions.length) {
            positions = Arrays.copyOf(positions, Math.max(positions.length * 2, height + more.length));
        }
        System.arraycopy(more, 0, positions, height, more.length);
        height += more.length;
        end = newEnd;
    }

    synchronized long height() {
        return height;
    }

    synchronized long end() {
        return end;
    }

    synchronized long position(long number) {
        if (number < 0 || number >= height) {
            throw new NoSuchElementException("There is no block " + number + " yet; the height is " + height + ".");
        }
        return positions[(int) number];
    }
}
