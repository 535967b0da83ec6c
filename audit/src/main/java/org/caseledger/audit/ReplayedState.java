// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.caseledger.ledger.block.StoredBlock;
import org.caseledger.ledger.index.FiledState;
import org.caseledger.ledger.state.CommittedState;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The one state of an audit, for judging blocks and for executing them again: what the valid transactions left, when
 * each key was first recorded, and which cases there are. Values stay in the block file.
 */
final class ReplayedState implements CommittedState {

    private final String namespace;
    private final FiledState filed;
    private final HeaderKeys cases = new HeaderKeys("case/");
    private final HeaderKeys requests = new HeaderKeys("request/");
    private final RecordingTimes times = new RecordingTimes();
    private Instant highest = Instant.EPOCH;

    ReplayedState(String namespace, FiledState.Bytes file) {
        this.namespace = namespace;
        this.filed = new FiledState(file);
    }

    @Override
    public Optional<StateValue> get(StateKey key) {
        return filed.get(key);
    }

    /** A value of the contract. */
    byte @Nullable [] get(String key) {
        return get(new StateKey(namespace, key))
                .map(found -> found.value().toByteArray())
                .orElse(null);
    }

    /**
     * The highest timestamp of a valid transaction up to and in the block that wrote the key first: a claimed time
     * alone could lie in the past.
     */
    Instant recordedAt(String key) {
        var block = filed.firstApplied(new StateKey(namespace, key));
        return block < 0 ? highest : times.get(block);
    }

    /** Number of keys, and bytes that they take. */
    @Override
    public String toString() {
        return "%,d keys in %,d bytes".formatted(filed.size(), filed.bytes());
    }

    /** Headers of cases. */
    HeaderKeys cases() {
        return cases;
    }

    /** Headers of data protection requests. */
    HeaderKeys requests() {
        return requests;
    }

    /** Gives all header keys in order, some at a time. */
    void headers(Consumer<List<String>> some) {
        cases.inOrder(some);
        requests.inOrder(some);
    }

    /** Names the block whose writes are applied next. */
    void next(StoredBlock block) {
        filed.next(block);
    }

    /** Takes notice of a valid transaction's time; all of a block's times count for the block. */
    void seen(Instant timestamp) {
        highest = timestamp.isAfter(highest) ? timestamp : highest;
    }

    @Override
    public void apply(long block, Map<StateKey, StateUpdate> updates) {
        updates.forEach((key, update) -> {
            if (key.namespace().equals(namespace) && update.value() != null) {
                note(key, cases);
                note(key, requests);
            }
        });
        times.add(highest);
        filed.apply(block, updates);
    }

    private void note(StateKey key, HeaderKeys headers) {
        if (headers.takes(key.key()) && filed.get(key).isEmpty()) {
            headers.add(key.key());
        }
    }
}
