// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes P-256 keys and X.509 certificates over them, signed with ECDSA and SHA-256 in low-S form. */
final class CertificateMaker {
    private static final BigInteger HALF_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16).shiftRight(1);
    /** A verifier whose clock is a little behind must not refuse a certificate that was issued a moment ago. */
    private static final int BACKDATED_MINUTES = 5;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CertificateMaker(Clock clock) {
        this.clock = clock;
    }

    KeyPair newKeyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    X509Certificate selfSigned(X500Name subject, KeyPair keys, CertificateKind kind)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return sign(subject, subject, keys.getPublic(), keys, kind);
    }

    X509Certificate issued(Credential issuer, X500Name subject, PublicKey key, CertificateKind kind)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X500Name issuerName = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        return sign(issuerName, subject, key, new KeyPair(issuer.certificate().getPublicKey(), issuer.key()), kind);
    }

    private X509Certificate sign(
            X500Name issuer, X500Name subject, PublicKey key, KeyPair issuerKeys, CertificateKind kind)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random).setBit(126),
                Date.from(now.minus(BACKDATED_MINUTES, ChronoUnit.MINUTES)),
                Date.from(now.plus(kind.validDays(), ChronoUnit.DAYS)),
                subject,
                key);
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
        kind.addExtensions(builder);
        return new JcaX509CertificateConverter().getCertificate(buildLowS(builder, issuerKeys));
    }

    /** Fabric rewrites a certificate whose signature has a high S; one that is low from the start keeps its bytes. */
    private static X509CertificateHolder buildLowS(X509v3CertificateBuilder builder, KeyPair issuerKeys)
            throws OperatorCreationException {
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
        X509CertificateHolder certificate;
        do {
            certificate = builder.build(signer);
        } while (s(certificate.getSignature()).compareTo(HALF_ORDER) > 0);
        return certificate;
    }

    private static BigInteger s(byte[] signature) {
        return ASN1Integer.getInstance(ASN1Sequence.getInstance(signature).getObjectAt(1))
                .getValue();
    }
}
