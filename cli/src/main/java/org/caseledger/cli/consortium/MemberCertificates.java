// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.nio.file.Path;
import org.caseledger.network.certificates.AuthorityIssuer;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.NodeOu;
import org.caseledger.network.certificates.TlsService;
import org.caseledger.network.topology.Authority;

/**
 * All certificates of one authority that a consortium on one machine needs.
 *
 * @param client signs transactions and queries, the gateway's and the auditor's
 */
record MemberCertificates(
        Authority authority,
        AuthorityIssuer issuer,
        Credential client,
        Credential peer,
        Credential peerTls,
        Credential orderer,
        Credential ordererTls,
        Credential gatewayTls,
        Credential privacyTls) {

    static MemberCertificates open(Path directory, Authority authority) {
        AuthorityIssuer issuer = AuthorityIssuer.open(directory, authority.id(), authority.country());
        return new MemberCertificates(
                authority,
                issuer,
                issuer.signing(NodeOu.CLIENT, "gateway"),
                issuer.signing(NodeOu.PEER, "peer"),
                issuer.tls(TlsService.PEER, "peer"),
                issuer.signing(NodeOu.ORDERER, "orderer"),
                issuer.tls(TlsService.ORDERER, "orderer"),
                issuer.tls(TlsService.GATEWAY, "gateway"),
                issuer.tls(TlsService.PRIVACY_SERVICE, "privacy-service"));
    }

    Path tlsRoot() {
        return issuer.tlsCa().certificateFile();
    }
}
