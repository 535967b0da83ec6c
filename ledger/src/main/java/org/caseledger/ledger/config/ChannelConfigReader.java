// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.Msp;
import org.caseledger.ledger.identity.MspException;
import org.caseledger.ledger.identity.MspManager;
import org.caseledger.ledger.policy.PolicyException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.ACLs;

/** Reads a configuration block. */
public final class ChannelConfigReader {
    private static final String APPLICATION = "Application";
    private static final String ORDERER = "Orderer";

    private final SignatureProvider provider;

    /** A reader whose identities verify with the given provider. */
    public ChannelConfigReader(SignatureProvider provider) {
        this.provider = provider;
    }

    /**
     * Reads the configuration that a block carries.
     *
     * @throws ConfigException when it is no configuration block or uses what these rules do not know
     */
    public ChannelConfig read(Block block) {
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(block.getData().getData(0)).getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() != HeaderType.CONFIG_VALUE || block.getData().getDataCount() != 1) {
                throw new ConfigException("Block " + block.getHeader().getNumber() + " is no configuration block.");
            }
            return read(header.getChannelId(), ConfigEnvelope.parseFrom(payload.getData()));
        } catch (InvalidProtocolBufferException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ConfigException("The configuration block cannot be read.", e);
        } catch (MspException | PolicyException e) {
            throw new ConfigException("The configuration block cannot be used: " + e.getMessage(), e);
        }
    }

    private ChannelConfig read(String channel, ConfigEnvelope envelope) throws InvalidProtocolBufferException {
        ConfigGroup root = envelope.getConfig().getChannelGroup();
        SupportedFeatures.require(root);
        ConfigGroup application = root.getGroupsOrDefault(APPLICATION, ConfigGroup.getDefaultInstance());
        ConfigGroup orderer = root.getGroupsOrDefault(ORDERER, ConfigGroup.getDefaultInstance());
        MspManager msps = msps(application, orderer);
        return new ChannelConfig(
                channel,
                envelope.getConfig().getSequence(),
                msps,
                Map.copyOf(new PolicyTree(msps).compile("/Channel", root)),
                members(application, false),
                members(application, true),
                accessRules(application),
                OrdererReader.read(orderer));
    }

    private MspManager msps(ConfigGroup... parents) throws InvalidProtocolBufferException {
        Map<String, Msp> msps = new TreeMap<>();
        Map<String, MSPConfig> seen = new TreeMap<>();
        for (ConfigGroup parent : parents) {
            for (ConfigGroup organisation : parent.getGroupsMap().values()) {
                MSPConfig config = MSPConfig.parseFrom(
                        SupportedFeatures.value(organisation, "MSP").getValue());
                Msp msp = Msp.parse(config);
                MSPConfig other = seen.putIfAbsent(msp.id(), config);
                if (other != null && !other.equals(config)) {
                    throw new ConfigException("The MSP " + msp.id() + " is configured in two different ways.");
                }
                msps.put(msp.id(), msp);
            }
        }
        return new MspManager(msps, provider);
    }

    private static List<String> members(ConfigGroup application, boolean endorsingOnly)
            throws InvalidProtocolBufferException {
        List<String> ids = new ArrayList<>();
        for (ConfigGroup organisation : application.getGroupsMap().values()) {
            MSPConfig config = MSPConfig.parseFrom(
                    SupportedFeatures.value(organisation, "MSP").getValue());
            if (!endorsingOnly || endorses(organisation)) {
                ids.add(Msp.parse(config).id());
            }
        }
        return ids.stream().sorted().toList();
    }

    private static boolean endorses(ConfigGroup organisation) throws InvalidProtocolBufferException {
        var policy = organisation.getPoliciesMap().get("Endorsement");
        return policy != null
                && SignaturePolicyEnvelope.parseFrom(policy.getPolicy().getValue())
                                .getIdentitiesCount()
                        > 0;
    }

    private static Map<String, String> accessRules(ConfigGroup application) throws InvalidProtocolBufferException {
        Map<String, String> rules = new TreeMap<>();
        var value = application.getValuesMap().get("ACLs");
        if (value != null) {
            ACLs.parseFrom(value.getValue())
                    .getAclsMap()
                    .forEach((resource, rule) -> rules.put(resource, absolute(rule.getPolicyRef())));
        }
        return Map.copyOf(rules);
    }

    private static String absolute(String reference) {
        return reference.startsWith("/") ? reference : "/Channel/Application/" + reference;
    }
}
