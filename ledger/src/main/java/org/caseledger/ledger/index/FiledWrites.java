// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.index;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.caseledger.ledger.block.BlockFileException;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** Reads writes back from the file, and keeps what was asked last: definitions are asked all the time. Thread-safe. */
final class FiledWrites {
    private static final int USUAL = 4096;
    private static final int LARGEST = 256 << 20;
    private static final long MOST_KEPT_BYTES = 16L << 20;

    private final FiledState.Bytes file;
    private final Map<Long, KVWrite> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    FiledWrites(FiledState.Bytes file) {
        this.file = file;
    }

    /**
     * The write at a place.
     *
     * @throws BlockFileException when its checksum is not what it was
     */
    KVWrite at(long place, int checksum) {
        synchronized (kept) {
            KVWrite known = kept.get(place);
            if (known != null) {
                return known;
            }
        }
        KVWrite read = read(place, checksum);
        synchronized (kept) {
            keep(place, read);
        }
        return read;
    }

    private KVWrite read(long place, int checksum) {
        try {
            ByteBuffer bytes = file.at(place, USUAL);
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            int length = in.readRawVarint32();
            int from = in.getTotalBytesRead();
            if (length < 0 || length > LARGEST) {
                throw BlockFileException.changed(place);
            }
            if (from + length > bytes.remaining()) {
                bytes = file.at(place, from + length);
            }
            int there = Math.max(0, Math.min(length, bytes.remaining() - from));
            ByteBuffer write = bytes.slice(bytes.position() + from, there);
            if (checksum(write.duplicate()) != checksum) {
                throw BlockFileException.changed(place);
            }
            return KVWrite.parseFrom(write);
        } catch (IOException e) {
            throw BlockFileException.changed(place);
        }
    }

    private void keep(long place, KVWrite write) {
        if (kept.put(place, write) == null) {
            keptBytes += write.getSerializedSize();
        }
        Iterator<KVWrite> oldest = kept.values().iterator();
        while (keptBytes > MOST_KEPT_BYTES && oldest.hasNext()) {
            keptBytes -= oldest.next().getSerializedSize();
            oldest.remove();
        }
    }

    static int checksum(ByteBuffer write) {
        CRC32C crc = new CRC32C();
        crc.update(write);
        return (int) crc.getValue();
    }
}
