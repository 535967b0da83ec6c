// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/** A small authority for tests: a root, an issuing CA below it, and whatever leaves a test needs. */
public final class TestIssuer {
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final String mspId;
    private final Issued root;
    private final Issued issuing;

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {}

    public TestIssuer(String mspId) {
        this.mspId = mspId;
        KeyPair rootKeys = newKeys();
        this.root = issue("CN=root,O=" + mspId, rootKeys, "CN=root,O=" + mspId, rootKeys, true, tenDaysAgo());
        this.issuing = ca("CN=issuing,O=" + mspId);
    }

    private static Instant tenDaysAgo() {
        return Instant.now().minus(Duration.ofDays(10));
    }

    private Issued ca(String subject) {
        return issue(subject, newKeys(), "CN=root,O=" + mspId, root.keys(), true, tenDaysAgo());
    }

    public String mspId() {
        return mspId;
    }

    public X509Certificate root() {
        return root.certificate();
    }

    public Issued issuing() {
        return issuing;
    }

    /** A leaf with the given organisational units, e.g. {@code client}. */
    public Issued leaf(String... units) {
        return leaf(Instant.now(), units);
    }

    /** A leaf that is valid for a day from the given time. */
    public Issued leaf(Instant from, String... units) {
        String subject = "CN=leaf,OU=" + String.join(",OU=", units) + ",O=" + mspId;
        return issue(subject, newKeys(), "CN=issuing,O=" + mspId, issuing.keys(), false, from);
    }

    /** A leaf that the root issued itself. */
    public Issued leafOfRoot(String unit) {
        return issue("CN=leaf,OU=" + unit, newKeys(), "CN=root,O=" + mspId, root.keys(), false, Instant.now());
    }

    public SigningIdentity signing(Issued leaf) {
        return new SigningIdentity(mspId, leaf.certificate(), leaf.keys().getPrivate(), SignatureProvider.best());
    }

    public FabricMSPConfig.Builder fabricConfig() {
        return FabricMSPConfig.newBuilder()
                .setName(mspId)
                .addRootCerts(Certificates.pem(root.certificate()))
                .addIntermediateCerts(Certificates.pem(issuing.certificate()))
                .setFabricNodeOus(FabricNodeOUs.newBuilder()
                        .setEnable(true)
                        .setClientOuIdentifier(unit("client"))
                        .setPeerOuIdentifier(unit("peer"))
                        .setAdminOuIdentifier(unit("admin"))
                        .setOrdererOuIdentifier(unit("orderer")));
    }

    public MSPConfig config() {
        return wrap(fabricConfig());
    }

    public static MSPConfig wrap(FabricMSPConfig.Builder config) {
        return MSPConfig.newBuilder().setConfig(config.build().toByteString()).build();
    }

    public Msp msp() {
        return Msp.parse(config());
    }

    public ByteString serialize(X509Certificate certificate) {
        return Certificates.serialize(mspId, certificate);
    }

    private static FabricOUIdentifier unit(String name) {
        return FabricOUIdentifier.newBuilder()
                .setOrganizationalUnitIdentifier(name)
                .build();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Issued issue(String subject, KeyPair keys, String issuer, KeyPair signer, boolean ca, Instant from) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(from.minusSeconds(60)),
                    Date.from(from.plus(Duration.ofDays(ca ? 3650 : 1))),
                    new X500Name(subject),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(ca ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
            var holder = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()));
            return new Issued(new JcaX509CertificateConverter().getCertificate(holder), keys);
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
