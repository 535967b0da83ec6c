// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.caseledger.network.embedded.OrganisationGroup.value;
import static org.caseledger.network.embedded.PolicyRules.ADMINS;
import static org.caseledger.network.embedded.PolicyRules.implicit;
import static org.caseledger.network.embedded.PolicyRules.majorityOf;
import static org.caseledger.network.embedded.PolicyRules.role;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.util.List;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.crypto.Hashes;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.hyperledger.fabric.protos.peer.APIResource;

/** Renders block 0: the channel's configuration, as Fabric's own tools would write it for the same members. */
final class GenesisBlock {
    private static final int WHOLE_BLOCK = 0xffffffff;

    private final EmbeddedLedgerOptions options;

    GenesisBlock(EmbeddedLedgerOptions options) {
        this.options = options;
    }

    /** The block; its transaction's time and id make it one of its own. */
    Block render() {
        ByteString transaction = envelope().toByteString();
        BlockData data = BlockData.newBuilder().addData(transaction).build();
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(0).setDataHash(Blocks.dataHash(data)))
                .setData(data)
                .setMetadata(metadata())
                .build();
    }

    private static BlockMetadata metadata() {
        LastConfig lastConfig = LastConfig.newBuilder().setIndex(0).build();
        ByteString signatures = Metadata.newBuilder()
                .setValue(org.caseledger.ledger.validation.BlockSignatures.value(0, ByteString.EMPTY))
                .build()
                .toByteString();
        return BlockMetadata.newBuilder()
                .addMetadata(signatures)
                .addMetadata(Metadata.newBuilder()
                        .setValue(lastConfig.toByteString())
                        .build()
                        .toByteString())
                .addMetadata(ByteString.copyFrom(new byte[] {0}))
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY)
                .build();
    }

    private Envelope envelope() {
        byte[] nonce = new byte[24];
        new SecureRandom().nextBytes(nonce);
        SignatureHeader signature = SignatureHeader.newBuilder()
                .setNonce(ByteString.copyFrom(nonce))
                .build();
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setVersion(1)
                .setTimestamp(Timestamp.newBuilder()
                        .setSeconds(options.clock().instant().getEpochSecond()))
                .setChannelId(options.channel())
                .setTxId(Hashes.hex(Hashes.sha256(signature.getNonce())))
                .build();
        return Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setHeader(Header.newBuilder()
                                .setChannelHeader(channel.toByteString())
                                .setSignatureHeader(signature.toByteString()))
                        .setData(config().toByteString())
                        .build()
                        .toByteString())
                .build();
    }

    /** The configuration alone: the same for the same options. */
    ConfigEnvelope config() {
        ConfigGroup channel = ConfigGroup.newBuilder()
                .setModPolicy(ADMINS)
                .putGroups("Application", application())
                .putGroups("Orderer", new OrdererGroup(options).render())
                .putValues("Capabilities", capability("V3_0"))
                .putValues(
                        "HashingAlgorithm",
                        value(HashingAlgorithm.newBuilder().setName("SHA256").build()))
                .putValues(
                        "BlockDataHashingStructure",
                        value(BlockDataHashingStructure.newBuilder()
                                .setWidth(WHOLE_BLOCK)
                                .build()))
                .putPolicies("Readers", implicit(Rule.ANY, "Readers"))
                .putPolicies("Writers", implicit(Rule.ANY, "Writers"))
                .putPolicies(ADMINS, implicit(Rule.MAJORITY, ADMINS))
                .build();
        return ConfigEnvelope.newBuilder()
                .setConfig(Config.newBuilder().setChannelGroup(channel))
                .build();
    }

    /** Majorities count the authorities that endorse, so that one that only reads weighs nothing. */
    private ConfigGroup application() {
        List<Member> endorsing = options.members().stream()
                .filter(member -> member.role() == Member.Role.ENDORSING)
                .toList();
        ConfigGroup.Builder group = ConfigGroup.newBuilder()
                .setModPolicy(ADMINS)
                .putValues("Capabilities", capability("V2_5"))
                .putValues("ACLs", value(accessRules()))
                .putPolicies("Readers", implicit(Rule.ANY, "Readers"))
                .putPolicies("Writers", implicit(Rule.ANY, "Writers"))
                .putPolicies(ADMINS, majorityOf(principals(endorsing, MSPRoleType.ADMIN)))
                .putPolicies("Endorsement", majorityOf(principals(endorsing, MSPRoleType.PEER)))
                .putPolicies("LifecycleEndorsement", majorityOf(principals(endorsing, MSPRoleType.PEER)));
        options.members().forEach(member -> group.putGroups(member.mspId(), OrganisationGroup.application(member)));
        return group.build();
    }

    /** Readers may have queries executed; whose transactions are ordered is for the channel's writers to say. */
    private static ACLs accessRules() {
        return ACLs.newBuilder()
                .putAcls(
                        ProposalCheck.PROPOSE,
                        APIResource.newBuilder()
                                .setPolicyRef("/Channel/Application/Readers")
                                .build())
                .build();
    }

    private static List<MSPPrincipal> principals(List<Member> members, MSPRoleType role) {
        return members.stream().map(member -> role(member.mspId(), role)).toList();
    }

    static ConfigValue capability(String name) {
        return value(Capabilities.newBuilder()
                .putCapabilities(name, Capability.getDefaultInstance())
                .build());
    }
}
