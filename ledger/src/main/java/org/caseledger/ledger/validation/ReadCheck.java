// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caseledger.ledger.block.ParsedNamespace;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.state.CommittedState;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Read versions and writes of one block's transactions, in their order. */
final class ReadCheck {
    private final CommittedState state;
    private final long block;
    private final TreeMap<StateKey, StateUpdate> updates = new TreeMap<>();

    ReadCheck(CommittedState state, long block) {
        this.state = state;
        this.block = block;
    }

    /** Judges the reads; when they hold, the writes count for all later transactions of the block. */
    TxValidationCode check(ParsedTransaction transaction) {
        for (ParsedNamespace namespace : transaction.namespaces()) {
            for (KVRead read : namespace.set().getReadsList()) {
                if (!current(new StateKey(namespace.name(), read.getKey()), read)) {
                    return TxValidationCode.MVCC_READ_CONFLICT;
                }
            }
        }
        take(transaction);
        return TxValidationCode.VALID;
    }

    /** Takes the writes of a transaction that is known to be valid. */
    void take(ParsedTransaction transaction) {
        transaction.namespaces().forEach(namespace -> write(namespace, transaction.index()));
    }

    private boolean current(StateKey key, KVRead read) {
        if (updates.containsKey(key)) {
            return false;
        }
        Optional<Version> committed = state.get(key).map(StateValue::version);
        Optional<Version> seen = read.hasVersion()
                ? Optional.of(new Version(
                        read.getVersion().getBlockNum(), read.getVersion().getTxNum()))
                : Optional.empty();
        return committed.equals(seen);
    }

    private void write(ParsedNamespace namespace, int index) {
        Version version = new Version(block, index);
        for (KVWrite write : namespace.set().getWritesList()) {
            boolean delete = write.getIsDelete() || write.getValue().isEmpty();
            updates.put(
                    new StateKey(namespace.name(), write.getKey()),
                    new StateUpdate(delete ? null : write.getValue(), version));
        }
    }

    /** What the block leaves behind, in the order of namespaces and keys. */
    Map<StateKey, StateUpdate> updates() {
        return updates;
    }
}
