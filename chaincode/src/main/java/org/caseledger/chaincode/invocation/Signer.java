// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.invocation;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.hyperledger.fabric.contract.ClientIdentity;

/** Who signed: the MSP id of a certificate whose organisational unit is {@code client}. */
final class Signer {

    private static final String CLIENT = "client";

    private Signer() {}

    static String of(ClientIdentity identity) {
        if (!isClient(identity.getX509Certificate())) {
            throw new RefusedException(Refusal.SIGNER_NOT_A_CLIENT);
        }
        return identity.getMSPID();
    }

    private static boolean isClient(X509Certificate certificate) {
        try {
            var subject = new LdapName(certificate.getSubjectX500Principal().getName());
            for (var rdn : subject.getRdns()) {
                if (hasClientUnit(rdn)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidNameException unreadable) {
            return false;
        }
    }

    private static boolean hasClientUnit(Rdn rdn) {
        var units = rdn.toAttributes().get("OU");
        try {
            return units != null && units.contains(CLIENT) && units.get(0) != null;
        } catch (NamingException unreadable) {
            return false;
        }
    }
}
