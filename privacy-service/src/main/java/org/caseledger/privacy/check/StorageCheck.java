// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.caseledger.privacy.options.PrivacyOptions.Database;
import org.caseledger.privacy.tree.RootKeyFile;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.DatabaseConnections;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.VaultReader;

/**
 * The fresh process. It shares nothing with the service but storage: it reads the root key and every page that the key
 * leads to, and writes what it found to its standard output. It changes nothing.
 */
public final class StorageCheck {

    private static final int TRIES = 5;

    private StorageCheck() {}

    public static void main(String[] arguments) throws IOException, SQLException, TreeException {
        ObjectMapper json = new ObjectMapper();
        StorageQuestion question = json.readValue(System.in, StorageQuestion.class);
        json.writeValue(System.out, read(question));
    }

    /** A commit between reading the key and opening the snapshot makes a try fail; the next one sees its end. */
    static StorageFindings read(StorageQuestion question) throws SQLException, TreeException {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOnce(question);
            } catch (TreeException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static StorageFindings readOnce(StorageQuestion question) throws SQLException, TreeException {
        Database database = new Database(question.url(), question.user(), question.password());
        try (Connection connection = DatabaseConnections.open(database)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            VaultReader vault = VaultReader.read(RootKeyFile.in(Path.of(question.rootStore())), connection);
            return findings(vault, Set.copyOf(question.tombstones()));
        }
    }

    private static StorageFindings findings(VaultReader vault, Set<String> tombstones) throws TreeException {
        Set<String> linked = new HashSet<>();
        long buried = 0;
        for (Link link : vault.links()) {
            linked.add(link.caseId());
            buried += tombstones.contains(link.tombstone()) ? 1 : 0;
        }
        Set<String> mentioned = new HashSet<>(vault.lookedUp());
        for (RequestFile request : vault.requests()) {
            if (request.stage() == RequestFile.Stage.DESTROYING || request.stage() == RequestFile.Stage.DESTROYED) {
                mentioned.addAll(request.cases());
            }
        }
        mentioned.removeAll(linked);
        return new StorageFindings(vault.pages(), linked.size(), buried, mentioned.size());
    }
}
