// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.index.HashTable;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Where each transaction id was committed first. Ids are kept as 127 bits of their SHA-256, 24 bytes an entry, because
 * a ledger has millions. Thread-safe.
 */
public final class TransactionIndex {
    private static final int PLACE = 3;

    private final HashTable table = new HashTable(5);

    /** Where a transaction stands and what it was judged. */
    public record Entry(long block, TxValidationCode code) {}

    private record Key(long high, long low) {
        static Key of(String transactionId) {
            var hash = Hashes.sha256(ByteString.copyFromUtf8(transactionId)).asReadOnlyByteBuffer();
            return new Key(hash.getLong(), hash.getLong());
        }

        int first() {
            return (int) (high >>> Integer.SIZE);
        }

        int second() {
            return (int) (low >>> Integer.SIZE);
        }

        boolean same(int[] cells, int at) {
            return cells[at] == first() && cells[at + 1] == second() && cells[at + 2] == (int) low;
        }
    }

    /** Whether an id was committed, as whatever it was judged. */
    public boolean contains(String transactionId) {
        return find(transactionId).isPresent();
    }

    /** Where an id was committed first. */
    public synchronized Optional<Entry> find(String transactionId) {
        Key key = Key.of(transactionId);
        long found = table.find(key.high(), key::same);
        if (found < 0) {
            return Optional.empty();
        }
        long place = table.pair(found, PLACE);
        return Optional.of(new Entry(place >>> 8, code((int) (place & 0xff))));
    }

    private static TxValidationCode code(int number) {
        TxValidationCode code = TxValidationCode.forNumber(number);
        return code == null ? TxValidationCode.NOT_VALIDATED : code;
    }

    /** Notes an id unless it was there before. */
    public synchronized void add(String transactionId, long block, TxValidationCode code) {
        Key key = Key.of(transactionId);
        if (table.find(key.high(), key::same) < 0) {
            long place = block << 8 | code.getNumber();
            table.add(key.high(), key.first(), key.second(), (int) key.low(), (int) (place >>> Integer.SIZE), (int)
                    place);
        }
    }
}
