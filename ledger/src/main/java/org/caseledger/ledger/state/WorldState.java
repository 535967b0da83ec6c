// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.state;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of each key, shared by all who read, with as much of the past as somebody still looks at. One
 * thread applies blocks; any thread reads through a {@link Snapshot}, which never changes while it is open.
 */
public final class WorldState implements CommittedState {
    private final Map<StateKey, Cell> cells = new ConcurrentHashMap<>();
    private final NavigableMap<Long, Integer> open = new TreeMap<>();
    private final Deque<Superseding> superseding = new ArrayDeque<>();
    private long newest = -1;

    private static final class Cell {
        private final long block;
        private final @Nullable StateValue value;
        private volatile @Nullable Cell older;

        Cell(long block, @Nullable StateValue value, @Nullable Cell older) {
            this.block = block;
            this.value = value;
            this.older = older;
        }
    }

    private record Superseding(long block, List<Cell> cells) {}

    /** The state after one block, held still. Close it, or the past is kept for ever. */
    public final class Snapshot implements AutoCloseable {
        private final long block;
        private boolean closed;

        private Snapshot(long block) {
            this.block = block;
        }

        /** The last block whose writes show. */
        public long block() {
            return block;
        }

        /** A key's value; empty when it is absent or deleted. */
        public Optional<StateValue> get(StateKey key) {
            Cell cell = cells.get(key);
            while (cell != null && cell.block > block) {
                cell = cell.older;
            }
            return cell == null ? Optional.empty() : Optional.ofNullable(cell.value);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                release(block);
            }
        }
    }

    /** The state after the newest block. */
    public Snapshot newest() {
        synchronized (open) {
            return hold(newest);
        }
    }

    /** A second view on the same block as one that is open. */
    public Snapshot same(Snapshot other) {
        synchronized (open) {
            if (other.closed) {
                throw new IllegalStateException("The snapshot of block " + other.block + " is closed.");
            }
            return hold(other.block);
        }
    }

    private Snapshot hold(long block) {
        open.merge(block, 1, Integer::sum);
        return new Snapshot(block);
    }

    private void release(long block) {
        synchronized (open) {
            open.computeIfPresent(block, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    /** A key's newest value, for the thread that applies blocks. */
    @Override
    public Optional<StateValue> get(StateKey key) {
        Cell cell = cells.get(key);
        return cell == null ? Optional.empty() : Optional.ofNullable(cell.value);
    }

    @Override
    public void apply(long block, Map<StateKey, StateUpdate> updates) {
        List<Cell> written = new ArrayList<>();
        updates.forEach((key, update) -> {
            Cell cell = new Cell(block, update.toValue(), cells.get(key));
            cells.put(key, cell);
            written.add(cell);
        });
        synchronized (open) {
            newest = block;
        }
        superseding.add(new Superseding(block, written));
        forget(oldestInUse());
    }

    private long oldestInUse() {
        synchronized (open) {
            return open.isEmpty() ? newest : Math.min(newest, open.firstKey());
        }
    }

    private void forget(long inUse) {
        while (!superseding.isEmpty() && superseding.getFirst().block() <= inUse) {
            superseding.removeFirst().cells().forEach(cell -> cell.older = null);
        }
    }

    /** Number of keys that were ever written. */
    public int size() {
        return cells.size();
    }

    /** What a block leaves at one key; {@code value} is null when it deletes. */
    public record StateUpdate(@Nullable ByteString value, Version version) {
        @Nullable
        StateValue toValue() {
            return value == null ? null : new StateValue(value, version);
        }
    }
}
