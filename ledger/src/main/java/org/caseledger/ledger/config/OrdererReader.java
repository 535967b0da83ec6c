// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caseledger.ledger.config.OrdererSettings.ConsenterIdentity;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.ConsensusType;

/** Reads the ordering part of a configuration. */
final class OrdererReader {
    private OrdererReader() {}

    static OrdererSettings read(ConfigGroup orderer) throws InvalidProtocolBufferException {
        String type = ConsensusType.parseFrom(
                        SupportedFeatures.value(orderer, "ConsensusType").getValue())
                .getType();
        if (!type.equals("BFT")) {
            throw new ConfigException("The ordering type " + type + " is not supported: use BFT.");
        }
        BatchSize batch = BatchSize.parseFrom(
                SupportedFeatures.value(orderer, "BatchSize").getValue());
        return new OrdererSettings(batch.getMaxMessageCount(), batch.getAbsoluteMaxBytes(), consenters(orderer));
    }

    private static List<ConsenterIdentity> consenters(ConfigGroup orderer) throws InvalidProtocolBufferException {
        List<ConsenterIdentity> consenters =
                Orderers.parseFrom(SupportedFeatures.value(orderer, "Orderers").getValue())
                        .getConsenterMappingList()
                        .stream()
                        .map(OrdererReader::identity)
                        .toList();
        Set<Integer> ids = new HashSet<>();
        if (consenters.isEmpty() || !consenters.stream().allMatch(one -> ids.add(one.id()))) {
            throw new ConfigException("The configuration must list its orderers, each with a number of its own.");
        }
        return consenters;
    }

    private static ConsenterIdentity identity(Consenter consenter) {
        var serialized = SerializedIdentity.newBuilder()
                .setMspid(consenter.getMspId())
                .setIdBytes(consenter.getIdentity())
                .build()
                .toByteString();
        return new ConsenterIdentity(consenter.getId(), consenter.getMspId(), serialized);
    }
}
