// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** X.509 certificates as Fabric carries them: PEM inside protocol buffers. */
public final class Certificates {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    /**
     * Reads one certificate from PEM.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static X509Certificate parse(ByteString pem) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (!pem.toStringUtf8().contains("-----BEGIN CERTIFICATE-----")) {
                throw new IllegalArgumentException("Give a certificate in PEM.");
            }
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem.toByteArray()));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("Give a readable X.509 certificate in PEM.", e);
        }
    }

    /** Writes PEM with lines of 64 characters. */
    public static ByteString pem(X509Certificate certificate) {
        try {
            String body = LINES.encodeToString(certificate.getEncoded());
            String text = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
            return ByteString.copyFrom(text, StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded.", e);
        }
    }

    /** The bytes that stand for a certificate in transactions. */
    public static ByteString serialize(String mspId, X509Certificate certificate) {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(pem(certificate))
                .build()
                .toByteString();
    }
}
