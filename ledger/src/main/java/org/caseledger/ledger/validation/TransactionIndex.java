// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Optional;
import org.caseledger.ledger.crypto.Hashes;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Where each transaction id was committed first. Ids are kept as 128 bits of their SHA-256, 24 bytes an entry in an
 * open table, because a ledger has millions. Thread-safe.
 */
public final class TransactionIndex {
    private static final int WORDS = 3;
    private static final long PRESENT = 1L << 63;

    private long[] table = new long[WORDS * 1024];
    private int size;

    /** Where a transaction stands and what it was judged. */
    public record Entry(long block, TxValidationCode code) {}

    private record Key(long high, long low) {
        static Key of(String transactionId) {
            var hash = Hashes.sha256(ByteString.copyFromUtf8(transactionId)).asReadOnlyByteBuffer();
            return new Key(hash.getLong(), hash.getLong());
        }
    }

    /** Whether an id was committed, as whatever it was judged. */
    public boolean contains(String transactionId) {
        return find(transactionId).isPresent();
    }

    /** Where an id was committed first. */
    public synchronized Optional<Entry> find(String transactionId) {
        int at = slot(table, Key.of(transactionId));
        long word = table[at + 2];
        return word == 0
                ? Optional.empty()
                : Optional.of(new Entry((word & ~PRESENT) >>> 8, code((int) (word & 0xff))));
    }

    private static TxValidationCode code(int number) {
        TxValidationCode code = TxValidationCode.forNumber(number);
        return code == null ? TxValidationCode.NOT_VALIDATED : code;
    }

    /** Notes an id unless it was there before. */
    public synchronized void add(String transactionId, long block, TxValidationCode code) {
        Key key = Key.of(transactionId);
        int at = slot(table, key);
        if (table[at + 2] != 0) {
            return;
        }
        put(table, at, key, PRESENT | block << 8 | code.getNumber());
        size++;
        if (size * WORDS * 2 > table.length) {
            grow();
        }
    }

    private void grow() {
        long[] wider = new long[Math.multiplyExact(table.length, 2)];
        for (int at = 0; at < table.length; at += WORDS) {
            if (table[at + 2] != 0) {
                Key key = new Key(table[at], table[at + 1]);
                put(wider, slot(wider, key), key, table[at + 2]);
            }
        }
        Arrays.fill(table, 0);
        table = wider;
    }

    private static void put(long[] table, int at, Key key, long word) {
        table[at] = key.high();
        table[at + 1] = key.low();
        table[at + 2] = word;
    }

    private static int slot(long[] table, Key key) {
        int slots = table.length / WORDS;
        int slot = (int) Long.remainderUnsigned(key.high(), slots);
        while (occupiedByOther(table, slot * WORDS, key)) {
            slot = (slot + 1) % slots;
        }
        return slot * WORDS;
    }

    private static boolean occupiedByOther(long[] table, int at, Key key) {
        return table[at + 2] != 0 && (table[at] != key.high() || table[at + 1] != key.low());
    }
}
