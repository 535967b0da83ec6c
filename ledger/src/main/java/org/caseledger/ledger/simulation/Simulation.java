// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.simulation;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.TreeMap;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/**
 * One execution of a chaincode: reads see committed state only, writes are collected, and both are noted in Fabric's
 * form, sorted. Not thread-safe.
 */
public final class Simulation {
    private final WorldState.Snapshot state;
    private final TreeMap<String, Access> namespaces = new TreeMap<>(StateKey.BY_CODE_POINTS);

    private static final class Access {
        private final TreeMap<String, Optional<Version>> reads = new TreeMap<>(StateKey.BY_CODE_POINTS);
        private final TreeMap<String, ByteString> writes = new TreeMap<>(StateKey.BY_CODE_POINTS);
    }

    /** Starts on a state that does not change meanwhile. */
    public Simulation(WorldState.Snapshot state) {
        this.state = state;
    }

    /** Reads a key and notes the version seen; empty bytes when it is absent. */
    public ByteString get(String namespace, String key) {
        Optional<StateValue> value = state.get(new StateKey(namespace, key));
        access(namespace).reads.put(key, value.map(StateValue::version));
        return value.map(StateValue::value).orElse(ByteString.EMPTY);
    }

    /** Notes a write; an empty value deletes, as in Fabric. */
    public void put(String namespace, String key, ByteString value) {
        access(namespace).writes.put(key, value);
    }

    /** Notes a deletion. */
    public void delete(String namespace, String key) {
        access(namespace).writes.put(key, ByteString.EMPTY);
    }

    private Access access(String namespace) {
        return namespaces.computeIfAbsent(namespace, name -> new Access());
    }

    /** What was read and written, by namespace and key. */
    public TxReadWriteSet result() {
        TxReadWriteSet.Builder result = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        namespaces.forEach((name, access) -> result.addNsRwset(NsReadWriteSet.newBuilder()
                .setNamespace(name)
                .setRwset(toSet(access).toByteString())));
        return result.build();
    }

    private static KVRWSet toSet(Access access) {
        KVRWSet.Builder set = KVRWSet.newBuilder();
        access.reads.forEach((key, version) -> set.addReads(toRead(key, version)));
        access.writes.forEach((key, value) -> set.addWrites(
                KVWrite.newBuilder().setKey(key).setIsDelete(value.isEmpty()).setValue(value)));
        return set.build();
    }

    private static KVRead toRead(String key, Optional<Version> version) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        version.ifPresent(
                seen -> read.setVersion(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                        .setBlockNum(seen.block())
                        .setTxNum(seen.transaction())));
        return read.build();
    }
}
