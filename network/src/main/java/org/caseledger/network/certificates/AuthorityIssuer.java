// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.caseledger.network.NetworkException;

/**
 * The certificates of one authority: a self-signed root, an issuing CA under it that signs identities, and a TLS CA.
 * Material that exists is loaded and never replaced, so that opening twice gives the same keys.
 *
 * <pre>{@code
 * AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
 * Credential signer = austria.signing(NodeOu.CLIENT, "gateway");
 * Credential server = austria.tls(TlsService.GATEWAY, "gateway");
 * }</pre>
 *
 * <p>Under {@code directory/<authority>}: {@code ca/}, {@code tlsca/} (keys of the CAs), {@code msp/} (what others need
 * to verify, in Fabric's layout), {@code identities/<name>/msp/} and {@code tls/<name>/}.
 */
public final class AuthorityIssuer {
    private final Path home;
    private final String authority;
    private final String country;
    private final CertificateMaker maker;
    private final Credential root;
    private final Credential issuing;
    private final Credential tls;

    private AuthorityIssuer(Path home, String authority, String country, Clock clock) throws IOException {
        this.home = home;
        this.authority = authority;
        this.country = country;
        this.maker = new CertificateMaker(clock);
        this.root = selfSigned("ca", "root-ca");
        this.issuing = issued("ca", "issuing-ca", root, CertificateKind.ISSUING_CA, name("issuing-ca", "ca"));
        this.tls = selfSigned("tlsca", "tls-ca");
        new MspDirectory(root, issuing, tls).write(home.resolve("msp"));
    }

    /**
     * Opens or creates the authority's material.
     *
     * @param country two letters (ISO 3166), the subject's {@code C}
     * @throws NetworkException if the directory cannot be written or holds something damaged
     */
    public static AuthorityIssuer open(Path directory, String authority, String country) {
        return open(directory, authority, country, Clock.systemUTC());
    }

    static AuthorityIssuer open(Path directory, String authority, String country, Clock clock) {
        Path home = directory.resolve(authority).toAbsolutePath();
        return io(home, () -> new AuthorityIssuer(home, authority, country, clock));
    }

    /** An identity that signs transactions or blocks, e.g. the gateway's ({@link NodeOu#CLIENT}). */
    public Credential signing(NodeOu ou, String name) {
        return io(home, () -> {
            Path msp = home.resolve("identities").resolve(name).resolve("msp");
            new MspDirectory(root, issuing, tls).write(msp);
            return credential(
                    privateDirectory(msp.resolve("signcerts")).resolve("cert.pem"),
                    privateDirectory(msp.resolve("keystore")).resolve("key.pem"),
                    issuing,
                    CertificateKind.SIGNING,
                    name(name, ou.ou()));
        });
    }

    /** A service's TLS certificate, for serving and dialling, with {@code localhost} and 127.0.0.1 as its names. */
    public Credential tls(TlsService service, String name) {
        return io(home, () -> {
            Path directory = privateDirectory(home.resolve("tls").resolve(name));
            return credential(
                    directory.resolve("server.crt"),
                    directory.resolve("server.key"),
                    tls,
                    CertificateKind.TLS,
                    name(name, service.ou()));
        });
    }

    public String authority() {
        return authority;
    }

    /** The self-signed root of all signing identities. */
    public Credential root() {
        return root;
    }

    /** The CA under the root that signs identities: an intermediate certificate of the MSP. */
    public Credential issuing() {
        return issuing;
    }

    /** The self-signed TLS CA: its {@link Credential#certificateFile()} is what clients trust. */
    public Credential tlsCa() {
        return tls;
    }

    /** The verifying MSP: certificates and node OUs, no key. */
    public Path mspDirectory() {
        return home.resolve("msp");
    }

    /** The MSP of one signing identity, with its key: what a Fabric peer or orderer takes as its local MSP. */
    public Path identityMspDirectory(String name) {
        return home.resolve("identities").resolve(name).resolve("msp");
    }

    private Credential selfSigned(String directory, String name) throws IOException {
        Path certificate = privateDirectory(home.resolve(directory)).resolve(name + ".pem");
        Path key = home.resolve(directory).resolve(name + ".key");
        if (!Files.exists(certificate)) {
            issue(key, certificate, keys -> maker.selfSigned(name(name, "ca"), keys, CertificateKind.ROOT_CA));
        }
        return PemFiles.read(certificate, key);
    }

    private Credential issued(String directory, String name, Credential by, CertificateKind kind, X500Name subject)
            throws IOException {
        Path in = privateDirectory(home.resolve(directory));
        return credential(in.resolve(name + ".pem"), in.resolve(name + ".key"), by, kind, subject);
    }

    private Credential credential(Path certificate, Path key, Credential by, CertificateKind kind, X500Name subject)
            throws IOException {
        if (!Files.exists(certificate)) {
            issue(key, certificate, keys -> maker.issued(by, subject, keys.getPublic(), kind));
        }
        return PemFiles.read(certificate, key);
    }

    /** The key is written first: a certificate that exists always has its key. */
    private void issue(Path keyFile, Path certificateFile, Signing signing) throws IOException {
        try {
            KeyPair keys = maker.newKeyPair();
            PemFiles.writeKey(keyFile, keys.getPrivate());
            PemFiles.writeCertificate(certificateFile, signing.sign(keys));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new NetworkException("This Java cannot issue P-256 certificates. Use a JDK with the EC provider.", e);
        }
    }

    private X500Name name(String commonName, String ou) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.O, authority)
                .addRDN(BCStyle.OU, ou)
                .addRDN(BCStyle.CN, commonName + "." + authority.toLowerCase(Locale.ROOT))
                .build();
    }

    private static Path privateDirectory(Path directory) throws IOException {
        return Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static <T> T io(Path home, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new NetworkException(
                    "Certificates under " + home + " cannot be read or written (" + e.getMessage()
                            + "). Check that the directory is yours and the disk has room.",
                    e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private interface Signing {
        java.security.cert.X509Certificate sign(KeyPair keys)
                throws GeneralSecurityException, IOException, OperatorCreationException;
    }
}
