// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.PrivacyOptions;
import org.jspecify.annotations.Nullable;

/**
 * The TLS root of each authority. A handshake accepts a certificate of any of them; here it is held against the root of
 * the very authority that its subject names, so that one authority cannot speak for another.
 */
public final class AuthorityRoots {

    private final Map<String, X509Certificate> roots;

    AuthorityRoots(Map<String, X509Certificate> roots) {
        this.roots = Map.copyOf(roots);
    }

    public static AuthorityRoots of(PrivacyOptions options) throws OptionsException {
        Map<String, X509Certificate> roots = new TreeMap<>();
        for (Map.Entry<String, PrivacyOptions.Peer> peer : options.peers().entrySet()) {
            roots.put(
                    peer.getKey(),
                    CertificateFiles.certificates(peer.getValue().root()).get(0));
        }
        roots.put(
                options.authority(),
                CertificateFiles.certificates(options.tls().root()).get(0));
        return new AuthorityRoots(roots);
    }

    /** Who presented the chain; nothing if the authority it names did not issue it. */
    public Optional<Caller> identify(List<Certificate> presented) {
        if (presented.isEmpty() || !(presented.get(0) instanceof X509Certificate leaf)) {
            return Optional.empty();
        }
        return Caller.of(leaf).filter(caller -> issued(roots.get(caller.authority()), presented));
    }

    private static boolean issued(@Nullable X509Certificate root, List<Certificate> chain) {
        if (root == null) {
            return false;
        }
        try {
            List<? extends Certificate> below =
                    chain.stream().filter(each -> !each.equals(root)).toList();
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
