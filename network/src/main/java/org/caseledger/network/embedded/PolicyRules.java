// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Writes the policies of a configuration block. */
final class PolicyRules {
    static final String ADMINS = "Admins";

    private PolicyRules() {}

    static MSPPrincipal role(String mspId, MSPRole.MSPRoleType role) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(mspId)
                        .setRole(role)
                        .build()
                        .toByteString())
                .build();
    }

    static MSPPrincipal identity(String mspId, ByteString certificate) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY)
                .setPrincipal(SerializedIdentity.newBuilder()
                        .setMspid(mspId)
                        .setIdBytes(certificate)
                        .build()
                        .toByteString())
                .build();
    }

    /** Any one of these. */
    static ConfigPolicy anyOf(MSPPrincipal... principals) {
        return outOf(1, List.of(principals));
    }

    /** So many of these; with nobody listed nobody satisfies it. */
    static ConfigPolicy outOf(int needed, List<MSPPrincipal> principals) {
        List<SignaturePolicy> leaves = new ArrayList<>();
        for (int i = 0; i < principals.size(); i++) {
            leaves.add(SignaturePolicy.newBuilder().setSignedBy(i).build());
        }
        SignaturePolicyEnvelope envelope = SignaturePolicyEnvelope.newBuilder()
                .setRule(SignaturePolicy.newBuilder()
                        .setNOutOf(
                                SignaturePolicy.NOutOf.newBuilder().setN(needed).addAllRules(leaves)))
                .addAllIdentities(principals)
                .build();
        return policy(Policy.PolicyType.SIGNATURE, envelope.toByteString());
    }

    /** More than half of these. */
    static ConfigPolicy majorityOf(List<MSPPrincipal> principals) {
        return outOf(principals.size() / 2 + 1, principals);
    }

    /** By the policies of the same name one level below. */
    static ConfigPolicy implicit(ImplicitMetaPolicy.Rule rule, String name) {
        ImplicitMetaPolicy policy =
                ImplicitMetaPolicy.newBuilder().setRule(rule).setSubPolicy(name).build();
        return policy(Policy.PolicyType.IMPLICIT_META, policy.toByteString());
    }

    private static ConfigPolicy policy(Policy.PolicyType type, ByteString value) {
        return ConfigPolicy.newBuilder()
                .setModPolicy(ADMINS)
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value))
                .build();
    }
}
