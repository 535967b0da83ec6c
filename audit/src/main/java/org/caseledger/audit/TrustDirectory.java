// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caseledger.ledger.validation.Trust;

/**
 * What the auditor brought along, read from files.
 *
 * @param trust hash of block 0 and roots by authority
 * @param head a block that must be in the copy, if the auditor knows one
 */
record TrustDirectory(Trust trust, Optional<Head> head) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern HEAD = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})");
    private static final String PEM = ".pem";

    /** A block's number and the hash of its header. */
    record Head(long block, ByteString headerHash) {}

    static TrustDirectory read(Path directory) {
        return new TrustDirectory(
                new Trust(genesisHash(directory), roots(directory.resolve("roots"))), head(directory));
    }

    private static ByteString genesisHash(Path directory) {
        var file = directory.resolve("block0.sha256");
        var text = text(file).strip();
        if (!HASH.matcher(text).matches()) {
            throw new AuditException("Write the hash of block 0's header into " + file + ": 64 lowercase hex digits.");
        }
        return bytes(text);
    }

    private static Optional<Head> head(Path directory) {
        var file = directory.resolve("head.sha256");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var form = HEAD.matcher(text(file).strip());
        if (!form.matches()) {
            throw new AuditException(
                    "Write a block's number, a space and the hash of its header into " + file + ", or remove it.");
        }
        return Optional.of(new Head(Long.parseLong(form.group(1)), bytes(form.group(2))));
    }

    private static TreeMap<String, List<X509Certificate>> roots(Path directory) {
        var roots = new TreeMap<String, List<X509Certificate>>();
        for (var file : pemFiles(directory)) {
            var name = file.getFileName().toString();
            roots.put(name.substring(0, name.length() - PEM.length()), certificates(file));
        }
        if (roots.isEmpty()) {
            throw new AuditException(
                    "Put each authority's root certificate into " + directory + " as <authority>.pem.");
        }
        return roots;
    }

    private static List<Path> pemFiles(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PEM))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new AuditException("Make the directory " + directory + " with a root per authority.", unreadable);
        }
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            var certificates = new ArrayList<X509Certificate>();
            var pem = new ByteArrayInputStream(text(file).getBytes(StandardCharsets.UTF_8));
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                certificates.add((X509Certificate) certificate);
            }
            if (certificates.isEmpty()) {
                throw new AuditException("Put a certificate in PEM into " + file + ".");
            }
            return certificates;
        } catch (CertificateException unreadable) {
            throw new AuditException("Put a readable X.509 certificate in PEM into " + file + ".", unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AuditException("The file " + file + " is missing or unreadable.", unreadable);
        }
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
