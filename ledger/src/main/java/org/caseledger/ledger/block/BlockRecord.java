// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.hyperledger.fabric.protos.common.Block;

/** How one block lies in the file: a header of 24 bytes with its own checksum, then the block. */
final class BlockRecord {
    static final int FILE_HEADER_SIZE = 16;
    static final int HEADER_SIZE = 24;
    private static final byte[] FILE_MAGIC = "CASELEDGER".getBytes(StandardCharsets.US_ASCII);
    private static final short FILE_VERSION = 1;
    private static final int RECORD_MAGIC = 0x434c424b;
    private static final int LARGEST = 256 * 1024 * 1024;

    private BlockRecord() {}

    /** What the header of a record says, once its checksum was right. */
    record Header(int length, long number, int checksum) {}

    static ByteBuffer fileHeader() {
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER_SIZE);
        header.put(FILE_MAGIC).putShort(FILE_VERSION);
        header.putInt(checksum(header.duplicate().flip()));
        return header.flip();
    }

    static ByteBuffer encode(Block block) throws IOException {
        int length = block.getSerializedSize();
        byte[] record = new byte[HEADER_SIZE + length];
        CodedOutputStream out = CodedOutputStream.newInstance(record, HEADER_SIZE, length);
        block.writeTo(out);
        out.checkNoSpaceLeft();
        ByteBuffer header = ByteBuffer.wrap(record);
        header.putInt(RECORD_MAGIC).putInt(length).putLong(block.getHeader().getNumber());
        header.putInt(checksum(ByteBuffer.wrap(record, HEADER_SIZE, length)));
        header.putInt(checksum(ByteBuffer.wrap(record, 0, HEADER_SIZE - Integer.BYTES)));
        return ByteBuffer.wrap(record);
    }

    /** Reads a record's header. */
    static Header header(Path path, ByteBuffer bytes, long position) {
        int found = checksum(bytes.slice(0, HEADER_SIZE - Integer.BYTES));
        int magic = bytes.getInt();
        Header header = new Header(bytes.getInt(), bytes.getLong(), bytes.getInt());
        if (magic != RECORD_MAGIC || bytes.getInt() != found || header.length() < 0 || header.length() > LARGEST) {
            throw BlockFileException.damaged(path, position, "the header of a record is broken");
        }
        return header;
    }

    /** Reads a whole record at its place and returns the block's bytes. */
    static ByteBuffer read(Path path, FileChannel channel, long position, long number) throws IOException {
        Header header = header(path, readFully(channel, position, HEADER_SIZE), position);
        ByteBuffer payload = readFully(channel, position + HEADER_SIZE, header.length());
        if (payload.remaining() != header.length() || header.number() != number) {
            throw BlockFileException.damaged(path, position, "the record is not block " + number);
        }
        if (checksum(payload.duplicate()) != header.checksum()) {
            throw BlockFileException.damaged(path, position, "the checksum of block " + number + " is wrong");
        }
        return payload;
    }

    /** Reads up to so many bytes; fewer at the end of the file. */
    static ByteBuffer readFully(FileChannel channel, long position, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        long at = position;
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, at);
            at += Math.max(read, 0);
        }
        return buffer.flip();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
