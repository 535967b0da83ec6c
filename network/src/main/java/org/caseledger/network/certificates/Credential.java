// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate with its key, and the PEM files both were read from. Of a TLS credential the certificate was issued by
 * the authority's TLS CA, of a signing credential by its issuing CA.
 *
 * @param certificateFile PEM, the certificate alone
 * @param keyFile PEM, PKCS#8, readable by the owner only
 */
public record Credential(Path certificateFile, Path keyFile, X509Certificate certificate, PrivateKey key) {

    /** Whole days from {@code now} until the certificate ends; negative once it has ended. */
    public long daysLeft(Instant now) {
        return Duration.between(now, certificate.getNotAfter().toInstant()).toDays();
    }

    /** Names the subject and the file, never the key. */
    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal().getName() + ", " + certificateFile + "]";
    }
}
