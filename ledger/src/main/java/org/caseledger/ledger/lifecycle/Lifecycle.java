// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.policy.Policy;
import org.caseledger.ledger.policy.PolicyException;
import org.caseledger.ledger.policy.RejectPolicy;
import org.caseledger.ledger.policy.SignaturePolicy;
import org.caseledger.ledger.simulation.Simulation;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/**
 * Definitions under Fabric's keys in the namespace {@code _lifecycle}: one key a field under
 * {@code namespaces/fields/<name>/}, and which fields there are under {@code namespaces/metadata/<name>}.
 */
public final class Lifecycle {
    /** The namespace of definitions, and the name of the chaincode that writes them. */
    public static final String NAMESPACE = "_lifecycle";

    private static final String METADATA = "namespaces/metadata/";
    private static final String FIELDS = "namespaces/fields/";
    private static final String SEQUENCE = "Sequence";
    private static final String ENDORSEMENT_INFO = "EndorsementInfo";
    private static final String VALIDATION_INFO = "ValidationInfo";
    private static final String COLLECTIONS = "Collections";
    private static final String DATATYPE = "ChaincodeDefinition";
    private static final List<String> FIELD_NAMES = List.of(SEQUENCE, ENDORSEMENT_INFO, VALIDATION_INFO, COLLECTIONS);

    private Lifecycle() {}

    /** The policy that refers to the channel's own endorsement policy: what a definition names by default. */
    public static ByteString channelEndorsementPolicy() {
        return ApplicationPolicy.newBuilder()
                .setChannelConfigPolicyReference(PolicyPaths.ENDORSEMENT)
                .build()
                .toByteString();
    }

    /**
     * The policy that a transaction of a chaincode must satisfy; one that nobody satisfies when the definition's
     * cannot be read.
     */
    public static Policy endorsementPolicy(ChaincodeDefinition definition, ChannelConfig config) {
        try {
            ApplicationPolicy policy = ApplicationPolicy.parseFrom(definition.endorsementPolicy());
            return switch (policy.getTypeCase()) {
                case CHANNEL_CONFIG_POLICY_REFERENCE -> config.policy(policy.getChannelConfigPolicyReference());
                case SIGNATURE_POLICY -> SignaturePolicy.of(policy.getSignaturePolicy(), config.msps());
                case TYPE_NOT_SET -> RejectPolicy.REJECT;
            };
        } catch (InvalidProtocolBufferException | PolicyException e) {
            return RejectPolicy.REJECT;
        }
    }

    /** Notes the key by which an execution depends on the chaincode's definition. */
    public static void dependOn(String chaincode, Simulation simulation) {
        simulation.get(NAMESPACE, field(chaincode, SEQUENCE));
    }

    /** Writes a definition; only the fields that change are written. */
    public static void define(ChaincodeDefinition definition, Simulation simulation) {
        String name = definition.name();
        putIfChanged(
                simulation,
                METADATA + name,
                StateMetadata.newBuilder()
                        .setDatatype(DATATYPE)
                        .addAllFields(FIELD_NAMES)
                        .build()
                        .toByteString());
        put(simulation, name, SEQUENCE, StateData.newBuilder().setInt64(definition.sequence()));
        put(simulation, name, ENDORSEMENT_INFO, bytes(endorsementInfo(definition)));
        put(simulation, name, VALIDATION_INFO, bytes(validationInfo(definition)));
        put(
                simulation,
                name,
                COLLECTIONS,
                bytes(CollectionConfigPackage.getDefaultInstance().toByteString()));
    }

    private static void putIfChanged(Simulation simulation, String key, ByteString value) {
        if (!simulation.get(NAMESPACE, key).equals(value)) {
            simulation.put(NAMESPACE, key, value);
        }
    }

    private static ByteString endorsementInfo(ChaincodeDefinition definition) {
        return ChaincodeEndorsementInfo.newBuilder()
                .setVersion(definition.version())
                .setEndorsementPlugin("escc")
                .build()
                .toByteString();
    }

    private static ByteString validationInfo(ChaincodeDefinition definition) {
        return ChaincodeValidationInfo.newBuilder()
                .setValidationPlugin("vscc")
                .setValidationParameter(definition.endorsementPolicy())
                .build()
                .toByteString();
    }

    private static StateData.Builder bytes(ByteString content) {
        return StateData.newBuilder().setBytes(content);
    }

    private static void put(Simulation simulation, String name, String field, StateData.Builder data) {
        putIfChanged(simulation, field(name, field), data.build().toByteString());
    }

    private static String field(String chaincode, String field) {
        return FIELDS + chaincode + "/" + field;
    }

    /** The committed definition of a chaincode in the state that {@code get} reads. */
    public static Optional<ChaincodeDefinition> find(String chaincode, Function<StateKey, Optional<StateValue>> get) {
        Function<String, Optional<ByteString>> read =
                key -> get.apply(new StateKey(NAMESPACE, key)).map(StateValue::value);
        try {
            var metadata = read.apply(METADATA + chaincode);
            if (metadata.isEmpty()
                    || !StateMetadata.parseFrom(metadata.get()).getDatatype().equals(DATATYPE)) {
                return Optional.empty();
            }
            var sequence = StateData.parseFrom(value(read, chaincode, SEQUENCE));
            var endorsement =
                    ChaincodeEndorsementInfo.parseFrom(StateData.parseFrom(value(read, chaincode, ENDORSEMENT_INFO))
                            .getBytes());
            var validation = ChaincodeValidationInfo.parseFrom(
                    StateData.parseFrom(value(read, chaincode, VALIDATION_INFO)).getBytes());
            return Optional.of(new ChaincodeDefinition(
                    chaincode, sequence.getInt64(), endorsement.getVersion(), validation.getValidationParameter()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static ByteString value(Function<String, Optional<ByteString>> read, String chaincode, String field) {
        return read.apply(field(chaincode, field)).orElse(ByteString.EMPTY);
    }
}
