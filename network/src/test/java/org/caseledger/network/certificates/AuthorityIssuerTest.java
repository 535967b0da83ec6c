// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.caseledger.network.NetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityIssuerTest {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Path directory;

    AuthorityIssuerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_signing_identity_chains_to_the_root_through_the_issuing_ca() {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        Credential signer = austria.signing(NodeOu.CLIENT, "gateway");

        assertThatCode(() -> validate(
                        austria.root(), signer.certificate(), austria.issuing().certificate()))
                .doesNotThrowAnyException();
        assertThat(signer.certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=gateway.at-dublin,OU=client,O=AT-DUBLIN,C=AT");
    }

    @Test
    void an_identity_of_another_authority_does_not_chain_to_the_root() {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        AuthorityIssuer bulgaria = AuthorityIssuer.open(directory, "BG-DUBLIN", "BG");
        Credential signer = bulgaria.signing(NodeOu.CLIENT, "gateway");

        assertThatThrownBy(() -> validate(
                        austria.root(), signer.certificate(), bulgaria.issuing().certificate()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_tls_certificate_names_the_service_and_serves_and_dials() throws Exception {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        X509Certificate server =
                austria.tls(TlsService.PRIVACY_SERVICE, "privacy-service").certificate();

        validate(austria.tlsCa(), server);
        assertThat(server.getSubjectX500Principal().getName()).contains("OU=privacy-service,O=AT-DUBLIN");
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactly("localhost", "127.0.0.1");
    }

    @Test
    void the_key_belongs_to_the_certificate() throws Exception {
        Credential signer = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT").signing(NodeOu.PEER, "peer");
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.key());
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(signer.certificate());
        signature.update(new byte[] {1, 2, 3});

        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void opening_again_loads_the_same_material() {
        AuthorityIssuer first = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        Credential signer = first.signing(NodeOu.CLIENT, "gateway");
        AuthorityIssuer second = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");

        assertThat(second.root()).isEqualTo(first.root());
        assertThat(second.signing(NodeOu.CLIENT, "gateway")).isEqualTo(signer);
    }

    @Test
    void keys_are_readable_by_their_owner_only() throws IOException {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        austria.signing(NodeOu.CLIENT, "gateway");
        austria.tls(TlsService.GATEWAY, "gateway");
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> keys = files.filter(file -> file.toString().endsWith(".key")
                            || file.getFileName().toString().equals("key.pem"))
                    .toList();
            assertThat(keys).hasSize(5).allSatisfy(key -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void the_directory_has_the_layout_of_a_fabric_msp() {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        austria.signing(NodeOu.ORDERER, "orderer");
        Path local = austria.identityMspDirectory("orderer");

        assertThat(austria.mspDirectory().resolve("config.yaml")).content().contains("OrdererOUIdentifier:");
        assertThat(austria.mspDirectory().resolve("keystore")).doesNotExist();
        for (String part : List.of("cacerts", "intermediatecerts", "tlscacerts", "signcerts", "keystore")) {
            assertThat(local.resolve(part)).isNotEmptyDirectory();
        }
    }

    @Test
    void every_certificate_is_signed_in_low_s_form() {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        for (int i = 0; i < 12; i++) {
            byte[] signature =
                    austria.signing(NodeOu.CLIENT, "gateway" + i).certificate().getSignature();
            BigInteger s = ASN1Integer.getInstance(
                            ASN1Sequence.getInstance(signature).getObjectAt(1))
                    .getValue();
            assertThat(s).isLessThanOrEqualTo(ORDER.shiftRight(1));
        }
    }

    @Test
    void days_left_are_counted_from_a_given_now() {
        Instant issued = Instant.parse("2026-11-21T00:00:00Z");
        AuthorityIssuer austria =
                AuthorityIssuer.open(directory, "AT-DUBLIN", "AT", Clock.fixed(issued, ZoneOffset.UTC));

        assertThat(austria.root().daysLeft(issued)).isEqualTo(20 * 365);
        assertThat(austria.root().daysLeft(issued.plusSeconds(86400L * 365 * 21)))
                .isNegative();
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        AuthorityIssuer austria = AuthorityIssuer.open(directory, "AT-DUBLIN", "AT");
        Files.writeString(austria.issuing().certificateFile(), "not a certificate");

        assertThatThrownBy(() -> AuthorityIssuer.open(directory, "AT-DUBLIN", "AT"))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("issuing-ca.pem is damaged");
    }

    private static void validate(Credential anchor, X509Certificate... path) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor.certificate(), null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(path)), parameters);
    }
}
