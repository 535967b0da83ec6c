// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.simulation.Simulation;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.jspecify.annotations.Nullable;

/** What a chaincode sees of the ledger while it is executed. Lives for one execution. */
final class SimulationStub extends UnsupportedStub {
    private final CheckedProposal proposal;
    private final Simulation simulation;
    private @Nullable ChaincodeEvent event;

    SimulationStub(CheckedProposal proposal, Simulation simulation) {
        this.proposal = proposal;
        this.simulation = simulation;
    }

    @Override
    public List<byte[]> getArgs() {
        return proposal.arguments().stream().map(ByteString::toByteArray).toList();
    }

    @Override
    public List<String> getStringArgs() {
        return proposal.arguments().stream().map(ByteString::toStringUtf8).toList();
    }

    @Override
    public String getFunction() {
        return proposal.arguments().isEmpty() ? "" : proposal.arguments().get(0).toStringUtf8();
    }

    @Override
    public List<String> getParameters() {
        return getStringArgs().stream().skip(1).toList();
    }

    @Override
    public String getTxId() {
        return proposal.transactionId();
    }

    @Override
    public String getChannelId() {
        return proposal.channel();
    }

    @Override
    public String getMspId() {
        return proposal.creator().mspId();
    }

    @Override
    public byte[] getState(String key) {
        return simulation.get(proposal.chaincode(), requireKey(key)).toByteArray();
    }

    @Override
    public void putState(String key, byte[] value) {
        simulation.put(proposal.chaincode(), requireKey(key), ByteString.copyFrom(value));
    }

    @Override
    public void delState(String key) {
        simulation.delete(proposal.chaincode(), requireKey(key));
    }

    private static String requireKey(String key) {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("Name a key.");
        }
        return key;
    }

    @Override
    public CompositeKey createCompositeKey(String objectType, String... attributes) {
        return new CompositeKey(objectType, attributes);
    }

    @Override
    public CompositeKey splitCompositeKey(String compositeKey) {
        return CompositeKey.parseCompositeKey(compositeKey);
    }

    @Override
    public void setEvent(String name, byte[] payload) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("Name the event.");
        }
        event = ChaincodeEvent.newBuilder()
                .setEventName(name)
                .setPayload(payload == null ? ByteString.EMPTY : ByteString.copyFrom(payload))
                .build();
    }

    @Override
    @SuppressWarnings("NullAway") // the shim's own stub answers null where no event was set
    public ChaincodeEvent getEvent() {
        return event;
    }

    /** The event as the transaction carries it; empty when none was set. */
    ByteString eventBytes() {
        ChaincodeEvent set = event;
        return set == null
                ? ByteString.EMPTY
                : set.toBuilder()
                        .setChaincodeId(proposal.chaincode())
                        .setTxId(proposal.transactionId())
                        .build()
                        .toByteString();
    }

    @Override
    public SignedProposal getSignedProposal() {
        return proposal.signed();
    }

    @Override
    public Instant getTxTimestamp() {
        return proposal.timestamp();
    }

    @Override
    public byte[] getCreator() {
        return proposal.creator().serialized().toByteArray();
    }

    @Override
    public Map<String, byte[]> getTransient() {
        return proposal.transientData().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
    }

    @Override
    public byte[] getBinding() {
        byte[] epoch = new byte[Long.BYTES];
        java.nio.ByteBuffer.wrap(epoch).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(proposal.epoch());
        return Hashes.sha256(proposal.nonce(), proposal.creator().serialized(), ByteString.copyFrom(epoch))
                .toByteArray();
    }

    @Override
    public String getStringState(String key) {
        return new String(getState(key), StandardCharsets.UTF_8);
    }
}
