// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.caseledger.network.embedded.PolicyRules.ADMINS;
import static org.caseledger.network.embedded.PolicyRules.anyOf;
import static org.caseledger.network.embedded.PolicyRules.outOf;
import static org.caseledger.network.embedded.PolicyRules.role;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.security.cert.X509Certificate;
import java.util.List;
import org.caseledger.ledger.identity.Certificates;
import org.caseledger.ledger.identity.NodeRole;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/** Writes one authority's part of a configuration block. */
final class OrganisationGroup {
    private OrganisationGroup() {}

    /** As a member that endorses or reads. */
    static ConfigGroup application(Member member) {
        String id = member.mspId();
        boolean endorses = member.role() == Member.Role.ENDORSING;
        return base(member)
                .putPolicies(
                        "Readers",
                        anyOf(role(id, MSPRoleType.ADMIN), role(id, MSPRoleType.PEER), role(id, MSPRoleType.CLIENT)))
                .putPolicies(
                        "Writers",
                        endorses
                                ? anyOf(
                                        role(id, MSPRoleType.ADMIN),
                                        role(id, MSPRoleType.PEER),
                                        role(id, MSPRoleType.CLIENT))
                                : outOf(1, List.of()))
                .putPolicies("Endorsement", endorses ? anyOf(role(id, MSPRoleType.PEER)) : outOf(1, List.of()))
                .build();
    }

    /** As the owner of orderers. */
    static ConfigGroup orderer(Member member, List<String> endpoints) {
        String id = member.mspId();
        return base(member)
                .putPolicies("Readers", anyOf(role(id, MSPRoleType.ADMIN), role(id, MSPRoleType.ORDERER)))
                .putPolicies("Writers", anyOf(role(id, MSPRoleType.ADMIN), role(id, MSPRoleType.ORDERER)))
                .putValues(
                        "Endpoints",
                        value(OrdererAddresses.newBuilder()
                                .addAllAddresses(endpoints)
                                .build()))
                .build();
    }

    private static ConfigGroup.Builder base(Member member) {
        return ConfigGroup.newBuilder()
                .setModPolicy(ADMINS)
                .putPolicies(ADMINS, anyOf(role(member.mspId(), MSPRoleType.ADMIN)))
                .putValues("MSP", value(msp(member)));
    }

    static ConfigValue value(MessageLite message) {
        return ConfigValue.newBuilder()
                .setModPolicy(ADMINS)
                .setValue(message.toByteString())
                .build();
    }

    private static MSPConfig msp(Member member) {
        FabricMSPConfig config = FabricMSPConfig.newBuilder()
                .setName(member.mspId())
                .addAllRootCerts(pems(member.roots()))
                .addAllIntermediateCerts(pems(member.intermediates()))
                .addAllTlsRootCerts(pems(member.tlsRoots()))
                .addAllTlsIntermediateCerts(pems(member.tlsIntermediates()))
                .setCryptoConfig(FabricCryptoConfig.newBuilder()
                        .setSignatureHashFamily("SHA2")
                        .setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(FabricNodeOUs.newBuilder()
                        .setEnable(true)
                        .setClientOuIdentifier(unit(NodeRole.CLIENT))
                        .setPeerOuIdentifier(unit(NodeRole.PEER))
                        .setAdminOuIdentifier(unit(NodeRole.ADMIN))
                        .setOrdererOuIdentifier(unit(NodeRole.ORDERER)))
                .build();
        return MSPConfig.newBuilder()
                .setType(0)
                .setConfig(config.toByteString())
                .build();
    }

    private static FabricOUIdentifier unit(NodeRole role) {
        return FabricOUIdentifier.newBuilder()
                .setOrganizationalUnitIdentifier(role.unit())
                .build();
    }

    private static List<ByteString> pems(List<X509Certificate> certificates) {
        return certificates.stream().map(Certificates::pem).toList();
    }
}
