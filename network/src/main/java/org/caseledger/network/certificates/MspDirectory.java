// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory form of a Fabric MSP: roots, intermediate, TLS roots and which node OUs exist. */
record MspDirectory(Credential root, Credential issuing, Credential tls) {
    private static final String CONFIG = nodeOus();

    void write(Path directory) throws IOException {
        copy(root, directory.resolve("cacerts"));
        copy(issuing, directory.resolve("intermediatecerts"));
        copy(tls, directory.resolve("tlscacerts"));
        Path config = directory.resolve("config.yaml");
        if (!Files.exists(config)) {
            Files.writeString(config, CONFIG, StandardCharsets.UTF_8);
        }
    }

    private static void copy(Credential credential, Path directory) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = directory.resolve(credential.certificateFile().getFileName());
        if (!Files.exists(file)) {
            Files.copy(credential.certificateFile(), file, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static String nodeOus() {
        StringBuilder yaml = new StringBuilder("NodeOUs:\n  Enable: true\n");
        for (NodeOu ou : NodeOu.values()) {
            String name = Character.toUpperCase(ou.ou().charAt(0)) + ou.ou().substring(1);
            yaml.append("  ").append(name).append("OUIdentifier:\n    OrganizationalUnitIdentifier: ");
            yaml.append(ou.ou()).append('\n');
        }
        return yaml.toString();
    }
}
