// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.embedded.Consenter;
import org.caseledger.network.embedded.Credentials;
import org.caseledger.network.embedded.DeployedChaincode;
import org.caseledger.network.embedded.EmbeddedLedger;
import org.caseledger.network.embedded.EmbeddedLedgerOptions;
import org.caseledger.network.embedded.Member;
import org.caseledger.network.topology.ServicePort;

/** Composes the embedded ledger of one channel from the members' certificates. */
final class LedgerAssembly {
    static final String CHAINCODE = "caseledger";

    private LedgerAssembly() {}

    static EmbeddedLedger assemble(Path directory, String channel, List<MemberCertificates> members, PortBook ports) {
        DeployedChaincode chaincode = new DeployedChaincode(
                CHAINCODE, CodeHash.of(CaseledgerChaincode.class), mspId -> new CaseledgerChaincode());
        return EmbeddedLedger.create(EmbeddedLedgerOptions.of(
                directory,
                channel,
                members.stream().map(member -> member(member, ports)).toList(),
                consenters(members, ports),
                chaincode));
    }

    private static Member member(MemberCertificates of, PortBook ports) {
        return new Member(
                of.authority().id(),
                of.authority().endorses() ? Member.Role.ENDORSING : Member.Role.READING,
                List.of(of.issuer().root().certificate()),
                List.of(of.issuer().issuing().certificate()),
                List.of(of.issuer().tlsCa().certificate()),
                List.of(),
                credentials(of.peer(), of.issuer().issuing()),
                credentials(of.peerTls()),
                ports.of(of.authority().id(), ServicePort.PEER));
    }

    /** One orderer an endorsing authority; nothing listens at its port in the embedded ledger. */
    private static List<Consenter> consenters(List<MemberCertificates> members, PortBook ports) {
        List<Consenter> consenters = new ArrayList<>();
        for (MemberCertificates of : members) {
            if (of.authority().endorses()) {
                consenters.add(new Consenter(
                        consenters.size() + 1,
                        of.authority().id(),
                        "127.0.0.1",
                        ports.of(of.authority().id(), ServicePort.PEER),
                        credentials(of.orderer(), of.issuer().issuing()),
                        of.ordererTls().certificate()));
            }
        }
        return consenters;
    }

    private static Credentials credentials(Credential leaf, Credential... issuers) {
        List<java.security.cert.X509Certificate> chain = new ArrayList<>(List.of(leaf.certificate()));
        for (Credential issuer : issuers) {
            chain.add(issuer.certificate());
        }
        return new Credentials(chain, leaf.key());
    }
}
