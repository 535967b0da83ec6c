// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.caseledger.network.embedded.OrganisationGroup.value;
import static org.caseledger.network.embedded.PolicyRules.ADMINS;
import static org.caseledger.network.embedded.PolicyRules.identity;
import static org.caseledger.network.embedded.PolicyRules.implicit;
import static org.caseledger.network.embedded.PolicyRules.outOf;

import com.google.protobuf.ByteString;
import java.util.List;
import org.caseledger.ledger.config.OrdererSettings;
import org.caseledger.ledger.identity.Certificates;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.smartbft.Options;

/** Writes the ordering part of a configuration block: who signs blocks, and how large they get. */
final class OrdererGroup {
    private final EmbeddedLedgerOptions options;

    OrdererGroup(EmbeddedLedgerOptions options) {
        this.options = options;
    }

    ConfigGroup render() {
        ConfigGroup.Builder group = ConfigGroup.newBuilder()
                .setModPolicy(ADMINS)
                .putValues("Capabilities", GenesisBlock.capability("V2_0"))
                .putValues("ConsensusType", value(consensus()))
                .putValues("Orderers", value(orderers()))
                .putValues("BatchSize", value(batch()))
                .putValues(
                        "BatchTimeout",
                        value(BatchTimeout.newBuilder().setTimeout("200ms").build()))
                .putValues("ChannelRestrictions", value(ChannelRestrictions.getDefaultInstance()))
                .putPolicies("Readers", implicit(Rule.ANY, "Readers"))
                .putPolicies("Writers", implicit(Rule.ANY, "Writers"))
                .putPolicies(ADMINS, implicit(Rule.MAJORITY, ADMINS))
                .putPolicies("BlockValidation", outOf(quorum(), signers()));
        options.members().stream()
                .filter(member -> !endpoints(member).isEmpty())
                .forEach(member ->
                        group.putGroups(member.mspId(), OrganisationGroup.orderer(member, endpoints(member))));
        return group.build();
    }

    private List<String> endpoints(Member member) {
        return options.consenters().stream()
                .filter(consenter -> consenter.mspId().equals(member.mspId()))
                .map(consenter -> consenter.host() + ":" + consenter.port())
                .toList();
    }

    private int quorum() {
        return new OrdererSettings(
                        1,
                        1,
                        options.consenters().stream()
                                .map(consenter -> new OrdererSettings.ConsenterIdentity(
                                        consenter.id(), consenter.mspId(), ByteString.EMPTY))
                                .toList())
                .quorum();
    }

    private List<MSPPrincipal> signers() {
        return options.consenters().stream()
                .map(consenter -> identity(
                        consenter.mspId(), Certificates.pem(consenter.signing().leaf())))
                .toList();
    }

    private Orderers orderers() {
        Orderers.Builder orderers = Orderers.newBuilder();
        for (Consenter consenter : options.consenters()) {
            ByteString tls = Certificates.pem(consenter.tls());
            orderers.addConsenterMapping(org.hyperledger.fabric.protos.common.Consenter.newBuilder()
                    .setId(consenter.id())
                    .setHost(consenter.host())
                    .setPort(consenter.port())
                    .setMspId(consenter.mspId())
                    .setIdentity(Certificates.pem(consenter.signing().leaf()))
                    .setClientTlsCert(tls)
                    .setServerTlsCert(tls));
        }
        return orderers.build();
    }

    private BatchSize batch() {
        return BatchSize.newBuilder()
                .setMaxMessageCount(options.limits().blockTransactions())
                .setAbsoluteMaxBytes(options.limits().blockBytes())
                .setPreferredMaxBytes(options.limits().blockBytes())
                .build();
    }

    /** The settings by which real orderers would run this channel; see the project's notes on running Fabric. */
    private ConsensusType consensus() {
        Options settings = Options.newBuilder()
                .setRequestBatchMaxCount(options.limits().blockTransactions())
                .setRequestBatchMaxBytes(options.limits().blockBytes())
                .setRequestBatchMaxInterval("200ms")
                .setIncomingMessageBufferSize(200)
                .setRequestPoolSize(1000)
                .setRequestForwardTimeout("5s")
                .setRequestComplainTimeout("20s")
                .setRequestAutoRemoveTimeout("3m0s")
                .setRequestMaxBytes(options.limits().blockBytes())
                .setViewChangeResendInterval("5s")
                .setViewChangeTimeout("20s")
                .setLeaderHeartbeatTimeout("1m0s")
                .setLeaderHeartbeatCount(10)
                .setCollectTimeout("1s")
                .setLeaderRotation(Options.Rotation.ROTATION_OFF)
                .build();
        return ConsensusType.newBuilder()
                .setType("BFT")
                .setMetadata(settings.toByteString())
                .build();
    }
}
