// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.index;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caseledger.ledger.block.BlockFileException;
import org.caseledger.ledger.block.StoredBlock;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.state.CommittedState;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;

/**
 * The state of somebody who walks a block file: of each key only where in the file its newest write lies, 20 bytes an
 * entry. Keys and values are read back, each with its checksum, so that nothing rests on a hash. Name each block by
 * {@link #next} before its writes are applied. One thread applies; any may read while it does not.
 */
public final class FiledState implements CommittedState {
    private static final int MOST_TRANSACTIONS = 1 << 20;

    private static final int PLACE_SHIFT = 20;
    private static final int CHECKSUM = 0;
    private static final int FIRST = 1;
    private static final int PLACE = 2;
    private static final int CELLS = 4;

    private final FiledWrites file;
    private final Map<String, HashTable> namespaces = new HashMap<>();
    private final Map<StateKey, Unplaced> unplaced = new HashMap<>();
    private long[] starts = new long[1024];
    private long[] numbers = new long[1024];
    private int applied;
    private @Nullable StoredBlock next;

    /** The file that the blocks lie in. */
    @FunctionalInterface
    public interface Bytes {
        /** Reads up to so many bytes; fewer at the end. */
        ByteBuffer at(long position, int most);
    }

    /** A write whose bytes are nowhere in one piece, or that stands too far behind in its block: no client does so. */
    private record Unplaced(int first, StateUpdate update) {}

    /** An empty state. */
    public FiledState(Bytes file) {
        this.file = new FiledWrites(file);
    }

    /** Names the block whose writes are applied next. */
    public void next(StoredBlock block) {
        next = block;
    }

    /**
     * {@inheritDoc}
     *
     * @throws BlockFileException when the file is not what it was when the block was applied
     */
    @Override
    public Optional<StateValue> get(StateKey key) {
        Unplaced kept = unplaced.get(key);
        if (kept != null) {
            ByteString value = kept.update().value();
            return value == null
                    ? Optional.empty()
                    : Optional.of(new StateValue(value, kept.update().version()));
        }
        HashTable table = namespaces.get(key.namespace());
        long found = table == null ? -1 : find(table, key.key());
        if (table == null || found < 0) {
            return Optional.empty();
        }
        KVWrite write = write(table, found);
        return write.getIsDelete()
                ? Optional.empty()
                : Optional.of(new StateValue(write.getValue(), version(table.pair(found, PLACE))));
    }

    /** Which block, counted as they were applied from 0, wrote a key that is there first; -1 when it is not there. */
    public int firstApplied(StateKey key) {
        Unplaced kept = unplaced.get(key);
        if (kept != null) {
            return kept.update().value() == null ? -1 : kept.first();
        }
        HashTable table = namespaces.get(key.namespace());
        long found = table == null ? -1 : find(table, key.key());
        return table == null || found < 0 || write(table, found).getIsDelete() ? -1 : table.cell(found, FIRST);
    }

    @Override
    public void apply(long block, Map<StateKey, StateUpdate> updates) {
        StoredBlock stored = next;
        if (stored == null) {
            throw new IllegalStateException("Name the block before its writes are applied.");
        }
        next = null;
        List<Map.Entry<StateKey, StateUpdate>> inOrder = updates.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> entry.getValue().version().transaction()))
                .toList();
        begin(
                stored.position(),
                inOrder.isEmpty() ? block : inOrder.get(0).getValue().version().block());
        WritePlaces places = new WritePlaces(stored.bytes());
        inOrder.forEach(entry -> keep(entry.getKey(), entry.getValue(), places, stored.position()));
        applied++;
    }

    private void begin(long start, long number) {
        if (applied == starts.length) {
            starts = Arrays.copyOf(starts, applied * 2);
            numbers = Arrays.copyOf(numbers, applied * 2);
        }
        starts[applied] = start;
        numbers[applied] = number;
    }

    private void keep(StateKey key, StateUpdate update, WritePlaces places, long start) {
        int present = firstApplied(key);
        int first = present < 0 ? applied : present;
        KVWrite write = WritePlaces.write(key.key(), update.value());
        int at = places.find(write);
        long transaction = update.version().transaction();
        if (at < 0 || transaction >= MOST_TRANSACTIONS) {
            unplaced.put(key, new Unplaced(first, update));
            return;
        }
        unplaced.remove(key);
        HashTable table = namespaces.computeIfAbsent(key.namespace(), name -> new HashTable(CELLS));
        long place = (start + at) << PLACE_SHIFT | transaction;
        int checksum = FiledWrites.checksum(write.toByteString().asReadOnlyByteBuffer());
        long found = find(table, key.key());
        if (found < 0) {
            table.add(hash(key.key()), checksum, first, (int) (place >>> Integer.SIZE), (int) place);
        } else {
            table.set(found, CHECKSUM, checksum);
            table.set(found, FIRST, first);
            table.set(found, PLACE, (int) (place >>> Integer.SIZE));
            table.set(found, PLACE + 1, (int) place);
        }
    }

    private long find(HashTable table, String key) {
        return table.find(hash(key), (cells, at) -> {
            long place = (long) cells[at + PLACE] << Integer.SIZE | Integer.toUnsignedLong(cells[at + PLACE + 1]);
            return file.at(place >>> PLACE_SHIFT, cells[at + CHECKSUM]).getKey().equals(key);
        });
    }

    private KVWrite write(HashTable table, long found) {
        return file.at(table.pair(found, PLACE) >>> PLACE_SHIFT, table.cell(found, CHECKSUM));
    }

    private Version version(long place) {
        int at = Arrays.binarySearch(starts, 0, applied, place >>> PLACE_SHIFT);
        return new Version(numbers[at < 0 ? -at - 2 : at], place & (MOST_TRANSACTIONS - 1));
    }

    private static long hash(String key) {
        return Hashes.sha256(ByteString.copyFromUtf8(key))
                .asReadOnlyByteBuffer()
                .getLong();
    }

    /** Number of keys that were ever written. */
    public long size() {
        return namespaces.values().stream().mapToLong(HashTable::size).sum() + unplaced.size();
    }

    /** Bytes that the keys take, without those that have no place. */
    public long bytes() {
        return namespaces.values().stream().mapToLong(HashTable::bytes).sum() + 2L * Long.BYTES * starts.length;
    }
}
