// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.caseledger.network.NetworkException;

/** What an auditor must know from elsewhere: the hash of block 0 and each authority's root (docs/audit.md). */
final class TrustFiles {
    private TrustFiles() {}

    static void write(Path directory, String genesisHash, List<MemberCertificates> members) {
        try {
            Path roots = Files.createDirectories(directory.resolve("roots"));
            Files.writeString(directory.resolve("block0.sha256"), genesisHash + "\n", StandardCharsets.US_ASCII);
            for (MemberCertificates of : members) {
                Files.copy(
                        of.issuer().root().certificateFile(),
                        roots.resolve(of.authority().id() + ".pem"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new NetworkException("The auditor's trust cannot be written to " + directory + ". Check it.", e);
        }
    }
}
