// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.index;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the writes of a block lie in its bytes. They are looked for as they are encoded, wherever that is: any
 * place that holds the same bytes says the same. Ask in the order of the transactions, and each byte is passed once.
 */
final class WritePlaces {
    private final byte[] bytes;
    private int passed;

    WritePlaces(ByteBuffer block) {
        bytes = new byte[block.remaining()];
        block.duplicate().get(bytes);
    }

    /** Where a write begins with its length in front; -1 when these bytes are nowhere in one piece. */
    int find(KVWrite write) {
        byte[] field = KVRWSet.newBuilder().addWrites(write).build().toByteArray();
        int at = search(field, passed);
        if (at < 0) {
            at = search(field, 0);
        }
        if (at < 0) {
            return -1;
        }
        passed = at + field.length;
        return at + tagSize();
    }

    private static int tagSize() {
        return CodedOutputStream.computeTagSize(KVRWSet.WRITES_FIELD_NUMBER);
    }

    private int search(byte[] field, int from) {
        for (int at = from; at <= bytes.length - field.length; at++) {
            if (bytes[at] == field[0] && Arrays.equals(bytes, at, at + field.length, field, 0, field.length)) {
                return at;
            }
        }
        return -1;
    }

    /** A write as it would be encoded that leaves this value behind; null deletes. */
    static KVWrite write(String key, @Nullable ByteString value) {
        KVWrite.Builder write = KVWrite.newBuilder().setKey(key);
        return (value == null ? write.setIsDelete(true) : write.setValue(value)).build();
    }
}
