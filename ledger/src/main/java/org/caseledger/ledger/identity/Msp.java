// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/** One organisation's membership rules, as its MSP configuration gives them. */
public final class Msp {
    private final String id;
    private final List<X509Certificate> roots;
    private final ChainCheck chains;
    private final List<X509Certificate> admins;
    private final boolean rolesEnforced;
    private final Map<NodeRole, String> units;

    private Msp(String id, FabricMSPConfig config) {
        this.id = id;
        this.roots = certificates(config.getRootCertsList());
        this.chains = new ChainCheck(roots, certificates(config.getIntermediateCertsList()));
        this.admins = certificates(config.getAdminsList());
        this.units = units(config.getFabricNodeOus());
        this.rolesEnforced = config.getFabricNodeOus().getEnable() && !units.isEmpty();
    }

    /**
     * Reads an MSP configuration.
     *
     * @throws MspException for one that is broken or that uses what these rules do not know
     */
    public static Msp parse(MSPConfig config) {
        if (config.getType() != 0) {
            throw new MspException("The MSP type " + config.getType() + " is not supported: use X.509 (type 0).");
        }
        try {
            FabricMSPConfig fabric = FabricMSPConfig.parseFrom(config.getConfig());
            requireSupported(fabric);
            return new Msp(fabric.getName(), fabric);
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new MspException("The MSP configuration cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireSupported(FabricMSPConfig config) {
        require(config.getRootCertsCount() > 0, config, "needs at least one root certificate");
        require(config.getRevocationListCount() == 0, config, "carries a CRL, which is not supported yet");
        require(
                config.getOrganizationalUnitIdentifiersCount() == 0,
                config,
                "limits organisational units, which is not supported yet");
        require(
                config.getFabricNodeOus().getEnable() || config.getAdminsCount() > 0,
                config,
                "names neither node roles nor administrators");
    }

    private static void require(boolean condition, FabricMSPConfig config, String problem) {
        if (!condition) {
            throw new MspException("The MSP " + config.getName() + " " + problem + ".");
        }
    }

    private static List<X509Certificate> certificates(List<ByteString> pems) {
        return pems.stream().map(Certificates::parse).toList();
    }

    private static Map<NodeRole, String> units(FabricNodeOUs config) {
        Map<NodeRole, String> units = new EnumMap<>(NodeRole.class);
        put(units, NodeRole.CLIENT, config.getClientOuIdentifier());
        put(units, NodeRole.PEER, config.getPeerOuIdentifier());
        put(units, NodeRole.ADMIN, config.getAdminOuIdentifier());
        put(units, NodeRole.ORDERER, config.getOrdererOuIdentifier());
        return units;
    }

    private static void put(Map<NodeRole, String> units, NodeRole role, FabricOUIdentifier unit) {
        if (!unit.getCertificate().isEmpty()) {
            throw new MspException("A node role bound to one certificate is not supported yet.");
        }
        if (!unit.getOrganizationalUnitIdentifier().isEmpty()) {
            units.put(role, unit.getOrganizationalUnitIdentifier());
        }
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** Its root certificates. */
    public List<X509Certificate> roots() {
        return roots;
    }

    /** Whether a certificate is one of those that the configuration names as administrators. */
    public boolean namesAdmin(X509Certificate certificate) {
        return admins.contains(certificate);
    }

    /**
     * Takes a certificate as one of this MSP's identities.
     *
     * @throws GeneralSecurityException with the reason when it is none
     */
    Identity identify(ByteString serialized, X509Certificate certificate, SignatureProvider provider)
            throws GeneralSecurityException {
        if (!(certificate.getPublicKey() instanceof ECPublicKey key)
                || key.getParams().getCurve().getField().getFieldSize() != 256) {
            throw new GeneralSecurityException("The certificate's key is not over P-256.");
        }
        chains.requireLeaf(certificate, chains.chain(certificate));
        return new Identity(id, serialized, certificate, provider.adopt(key), roles(certificate), provider);
    }

    private Set<NodeRole> roles(X509Certificate certificate) throws GeneralSecurityException {
        if (!rolesEnforced) {
            return Set.of();
        }
        List<String> found = OrganisationalUnits.of(certificate);
        Set<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        units.forEach((role, unit) -> {
            if (found.contains(unit)) {
                roles.add(role);
            }
        });
        if (roles.size() != 1) {
            throw new GeneralSecurityException("The certificate must name exactly one of the roles " + units.values());
        }
        return Set.copyOf(roles);
    }
}
