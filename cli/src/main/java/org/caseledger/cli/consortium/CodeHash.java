// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.caseledger.network.NetworkException;

/** SHA-256 of the code that a class comes from: of the jar, or of all files of a directory of classes. */
final class CodeHash {
    private CodeHash() {}

    static String of(Class<?> type) {
        try {
            Path code = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files(code)) {
                sha256.update(code.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sha256.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
            throw new NetworkException("The chaincode's own code cannot be read. Build the project again.", e);
        }
    }

    private static List<Path> files(Path code) throws IOException {
        try (Stream<Path> files = Files.walk(code)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
