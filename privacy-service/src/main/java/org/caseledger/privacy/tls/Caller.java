// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tls;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * Which service of which authority a certificate speaks for.
 *
 * @param authority the subject's {@code O}
 * @param unit the subject's {@code OU}: {@code gateway} or {@code privacy-service}
 */
public record Caller(String authority, String unit) {

    public static final String GATEWAY = "gateway";
    public static final String PRIVACY_SERVICE = "privacy-service";

    /** What the subject says; nothing unless it names exactly one O and one OU. */
    static Optional<Caller> of(X509Certificate certificate) {
        try {
            LdapName subject =
                    new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
            Optional<String> authority = only(subject, "O");
            Optional<String> unit = only(subject, "OU");
            return authority.isPresent() && unit.isPresent()
                    ? Optional.of(new Caller(authority.get(), unit.get()))
                    : Optional.empty();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> only(LdapName subject, String type) {
        var values = subject.getRdns().stream()
                .filter(rdn -> rdn.size() == 1 && rdn.getType().equalsIgnoreCase(type))
                .map(Rdn::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0).toString()) : Optional.empty();
    }
}
