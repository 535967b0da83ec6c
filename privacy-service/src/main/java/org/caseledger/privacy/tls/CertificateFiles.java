// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.caseledger.privacy.options.OptionsException;

/** Certificates and keys from PEM files. */
public final class CertificateFiles {

    private CertificateFiles() {}

    /** The certificates of a file in their order. @throws OptionsException if there is none or one is damaged */
    public static List<X509Certificate> certificates(Path file) throws OptionsException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file);
        }
        throw unreadable(file);
    }

    /** An EC key in PKCS#8. */
    public static ECPrivateKey key(Path file) throws OptionsException {
        try {
            String base64 = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", "");
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable(file);
        }
    }

    private static OptionsException unreadable(Path file) {
        return new OptionsException(
                "The file " + file + " cannot be read as PEM. Check that it exists, is yours to read and is whole.");
    }
}
