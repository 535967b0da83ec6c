// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.feed;

import io.vertx.core.http.HttpServerRequest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Lets in the authority's own privacy service: {@code O} the authority, {@code OU} privacy-service. */
final class CallerCheck {

    private final String authority;

    CallerCheck(String authority) {
        this.authority = authority;
    }

    boolean mayRead(HttpServerRequest request) {
        var session = request.connection().sslSession();
        if (session == null) {
            return false;
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0
                    && chain[0] instanceof X509Certificate leaf
                    && has(leaf, "O", authority)
                    && has(leaf, "OU", "privacy-service");
        } catch (SSLPeerUnverifiedException anonymous) {
            return false;
        }
    }

    private static boolean has(X509Certificate certificate, String type, String value) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .anyMatch(value::equals);
        } catch (InvalidNameException malformed) {
            return false;
        }
    }
}
