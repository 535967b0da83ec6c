// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.caseledger.network.NetworkException;

/** Keys and certificates as PEM files. A file appears whole or not at all; a key is readable by its owner only. */
final class PemFiles {
    private PemFiles() {}

    static void writeKey(Path file, PrivateKey key) throws IOException {
        write(file, "PRIVATE KEY", key.getEncoded(), "rw-------");
    }

    static void writeCertificate(Path file, X509Certificate certificate) throws IOException, GeneralSecurityException {
        write(file, "CERTIFICATE", certificate.getEncoded(), "rw-r--r--");
    }

    static Credential read(Path certificateFile, Path keyFile) throws IOException {
        return new Credential(certificateFile, keyFile, readCertificate(certificateFile), readKey(keyFile));
    }

    static X509Certificate readCertificate(Path file) throws IOException {
        try {
            byte[] pem = Files.readAllBytes(file);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException e) {
            throw damaged(file, e);
        }
    }

    private static PrivateKey readKey(Path file) throws IOException {
        try {
            String body = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", "");
            byte[] der = Base64.getMimeDecoder().decode(body);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static void write(Path file, String type, byte[] der, String permissions) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String pem = "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(part, pem, StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static NetworkException damaged(Path file, Exception cause) {
        return new NetworkException(
                file + " is damaged. Restore it from a backup, or remove the authority's directory to issue anew.",
                cause);
    }
}
