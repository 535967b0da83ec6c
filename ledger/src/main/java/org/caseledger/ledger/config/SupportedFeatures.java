// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;

/** Refuses by name what a configuration asks for and these rules do not do. */
final class SupportedFeatures {
    private static final int WHOLE_BLOCK = 0xffffffff;

    private SupportedFeatures() {}

    static void require(ConfigGroup root) throws InvalidProtocolBufferException {
        capability(root, "channel", "V3_0");
        capability(group(root, "Application"), "application", "V2_5");
        capability(group(root, "Orderer"), "orderer", "V2_0");
        String hash = HashingAlgorithm.parseFrom(value(root, "HashingAlgorithm").getValue())
                .getName();
        if (!hash.equals("SHA256")) {
            throw new ConfigException("The hash " + hash + " is not supported: use SHA256.");
        }
        int width = BlockDataHashingStructure.parseFrom(
                        value(root, "BlockDataHashingStructure").getValue())
                .getWidth();
        if (width != WHOLE_BLOCK) {
            throw new ConfigException("Hashing a block's data as a tree is not supported.");
        }
    }

    private static void capability(ConfigGroup group, String part, String expected)
            throws InvalidProtocolBufferException {
        Set<String> found = Capabilities.parseFrom(value(group, "Capabilities").getValue())
                .getCapabilitiesMap()
                .keySet();
        if (!found.equals(Set.of(expected))) {
            throw new ConfigException(
                    "The " + part + " capabilities " + found + " are not supported: use " + expected + ".");
        }
    }

    static ConfigGroup group(ConfigGroup parent, String name) {
        ConfigGroup group = parent.getGroupsMap().get(name);
        if (group == null) {
            throw new ConfigException("The configuration has no group " + name + ".");
        }
        return group;
    }

    static ConfigValue value(ConfigGroup group, String name) {
        ConfigValue value = group.getValuesMap().get(name);
        if (value == null) {
            throw new ConfigException("The configuration has no value " + name + ".");
        }
        return value;
    }
}
