// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a certificate descends from an MSP's roots. As in Fabric, time is the moment after the certificate became
 * valid, so that expiry does not change what a block means later.
 */
final class ChainCheck {
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USAGE = "2.5.29.37.0";
    private static final Duration AFTER_START = Duration.ofSeconds(1);

    private final List<X509Certificate> roots;
    private final List<X509Certificate> intermediates;

    ChainCheck(List<X509Certificate> roots, List<X509Certificate> intermediates) {
        this.roots = List.copyOf(roots);
        this.intermediates = List.copyOf(intermediates);
    }

    /**
     * Returns the chain from the certificate up to, without, its root.
     *
     * @throws GeneralSecurityException with a sentence when there is no valid one
     */
    List<X509Certificate> chain(X509Certificate certificate) throws GeneralSecurityException {
        List<X509Certificate> path = path(certificate);
        PKIXParameters parameters = new PKIXParameters(anchors());
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(certificate.getNotBefore().toInstant().plus(AFTER_START)));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        return path;
    }

    /** Refuses what cannot be an identity: a CA, or a certificate made for another purpose than TLS servers. */
    void requireLeaf(X509Certificate certificate, List<X509Certificate> chain) throws GeneralSecurityException {
        if (certificate.getBasicConstraints() >= 0) {
            throw new GeneralSecurityException("A certificate authority cannot be used as an identity.");
        }
        List<String> usage = certificate.getExtendedKeyUsage();
        if (usage != null && !usage.contains(SERVER_AUTHENTICATION) && !usage.contains(ANY_USAGE)) {
            throw new GeneralSecurityException("The certificate's extended key usage excludes identities.");
        }
        if (chain.size() == 1 && issuesIntermediates(certificate)) {
            throw new GeneralSecurityException("The issuer has issuing authorities below it, so that it issues none.");
        }
    }

    private boolean issuesIntermediates(X509Certificate certificate) {
        return intermediates.stream()
                .anyMatch(issuing -> issuing.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()));
    }

    private List<X509Certificate> path(X509Certificate certificate) {
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate current = certificate;
        while (path.size() <= intermediates.size()) {
            path.add(current);
            X509Certificate below = current;
            var issuer = intermediates.stream()
                    .filter(candidate -> candidate.getSubjectX500Principal().equals(below.getIssuerX500Principal()))
                    .filter(candidate -> !path.contains(candidate))
                    .findFirst();
            if (issuer.isEmpty()) {
                return path;
            }
            current = issuer.get();
        }
        return path;
    }

    private Set<TrustAnchor> anchors() {
        Set<TrustAnchor> anchors = new HashSet<>();
        roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
        return anchors;
    }
}
