// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import java.io.IOException;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** The kinds of certificate an authority issues: how long each is valid and what it may be used for (RFC 5280). */
enum CertificateKind {
    ROOT_CA(20 * 365),
    ISSUING_CA(10 * 365),
    SIGNING(2 * 365),
    TLS(2 * 365);

    private final int validDays;

    CertificateKind(int validDays) {
        this.validDays = validDays;
    }

    int validDays() {
        return validDays;
    }

    void addExtensions(X509v3CertificateBuilder builder) throws IOException {
        switch (this) {
            case ROOT_CA -> authority(builder, new BasicConstraints(true));
            case ISSUING_CA -> authority(builder, new BasicConstraints(0));
            case SIGNING -> endEntity(builder);
            case TLS -> {
                endEntity(builder);
                both(builder);
                loopback(builder);
            }
        }
    }

    private static void authority(X509v3CertificateBuilder builder, BasicConstraints constraints) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
    }

    private static void endEntity(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    }

    /** Every service dials others with the certificate it serves: one identity, whichever side it is on. */
    private static void both(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
    }

    private static void loopback(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
    }
}
