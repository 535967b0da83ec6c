// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.policy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.caseledger.ledger.identity.Certificates;
import org.caseledger.ledger.identity.Identity;
import org.caseledger.ledger.identity.MspManager;
import org.caseledger.ledger.identity.NodeRole;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Whom a leaf of a signature policy means. */
sealed interface Principal {

    boolean matches(Identity identity);

    /** Anyone of an MSP. */
    record Member(String mspId) implements Principal {
        @Override
        public boolean matches(Identity identity) {
            return identity.mspId().equals(mspId);
        }
    }

    /** Anyone of an MSP in one role; administrators may also be named by the MSP. */
    record InRole(String mspId, NodeRole role, MspManager msps) implements Principal {
        @Override
        public boolean matches(Identity identity) {
            return identity.mspId().equals(mspId) && (identity.role().contains(role) || namedAdmin(identity));
        }

        private boolean namedAdmin(Identity identity) {
            var msp = msps.msps().get(mspId);
            return role == NodeRole.ADMIN && msp != null && msp.namesAdmin(identity.certificate());
        }
    }

    /** One certificate. */
    record Exactly(String mspId, ByteString certificate) implements Principal {
        @Override
        public boolean matches(Identity identity) {
            return identity.mspId().equals(mspId)
                    && Certificates.pem(identity.certificate()).equals(certificate);
        }
    }

    static Principal parse(MSPPrincipal principal, MspManager msps) {
        try {
            return switch (principal.getPrincipalClassification()) {
                case ROLE -> role(MSPRole.parseFrom(principal.getPrincipal()), msps);
                case IDENTITY -> exactly(SerializedIdentity.parseFrom(principal.getPrincipal()));
                case ORGANIZATION_UNIT, ANONYMITY, COMBINED, UNRECOGNIZED ->
                    throw new PolicyException("A principal of the kind " + principal.getPrincipalClassification()
                            + " is not supported: use a role or an identity.");
            };
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new PolicyException("A policy's principal cannot be read.", e);
        }
    }

    private static Principal role(MSPRole role, MspManager msps) {
        String mspId = role.getMspIdentifier();
        return switch (role.getRole()) {
            case MEMBER -> new Member(mspId);
            case ADMIN -> new InRole(mspId, NodeRole.ADMIN, msps);
            case CLIENT -> new InRole(mspId, NodeRole.CLIENT, msps);
            case PEER -> new InRole(mspId, NodeRole.PEER, msps);
            case ORDERER -> new InRole(mspId, NodeRole.ORDERER, msps);
            case UNRECOGNIZED -> throw new PolicyException("A policy names an unknown role.");
        };
    }

    private static Principal exactly(SerializedIdentity identity) {
        return new Exactly(identity.getMspid(), Certificates.pem(Certificates.parse(identity.getIdBytes())));
    }
}
