// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The organisational units in a certificate's subject, in its order. */
final class OrganisationalUnits {
    private OrganisationalUnits() {}

    static List<String> of(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.OU))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(pair -> pair.getType().equals(BCStyle.OU))
                .map(pair -> IETFUtils.valueToString(pair.getValue()))
                .toList();
    }
}
