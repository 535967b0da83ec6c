// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.caseledger.network.NetworkException;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come as a jar, unpacked once beside the data (a temporary directory may be noexec). */
final class Binaries {
    private static final int DIGEST_PREFIX = 12;

    private Binaries() {}

    /** The directory with {@code bin/}, {@code lib/} and {@code share/}, named after the archive's content. */
    static Path unpacked(Path directory) throws IOException {
        String resource = resource();
        Path target = directory.resolve("postgres-" + digest(resource));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(directory);
            Path part = Files.createTempDirectory(directory, "unpacking");
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(resource, part);
            publish(part, target);
        }
        return target;
    }

    /** Two processes may unpack at the same time; whoever is second drops its copy. */
    private static void publish(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            PrivateDirectory.delete(part);
        }
    }

    private static String resource() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> intel = List.of("amd64", "x86_64");
        if (!system.startsWith("linux") || !intel.contains(machine)) {
            throw new NetworkException("No PostgreSQL programs for " + system + " on " + machine
                    + " come with this project. Name an installed server in the topology instead.");
        }
        return "/postgres-linux-x86_64.txz";
    }

    private static void unpack(String resource, Path target) throws IOException {
        try (InputStream archive = open(resource);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an entry of the archive points outside of it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(file, permissions(entry));
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        boolean program = (entry.getMode() & 0100) != 0;
        return PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--");
    }

    private static String digest(String resource) throws IOException {
        try (InputStream archive = open(resource)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_PREFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream archive = Binaries.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new NetworkException("The PostgreSQL programs are not on the class path. Build the project again.");
        }
        return archive;
    }
}
