// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.caseledger.privacy.options.PrivacyOptions;
import org.caseledger.privacy.tree.CommitStage;
import org.caseledger.privacy.tree.EncryptedTree;
import org.caseledger.privacy.tree.RootKeyFile;
import org.caseledger.privacy.tree.TreeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opened database with its tree: what a unit of work may use. Ends with the connection. */
public final class VaultSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VaultSession.class);
    private static final long WRITER_LOCK = 0x6361_7365_6c65_6467L;

    private final Connection connection;
    private final EncryptedTree tree;
    private final Vault vault;

    private VaultSession(Connection connection, EncryptedTree tree, Vault vault) {
        this.connection = connection;
        this.tree = tree;
        this.vault = vault;
    }

    /** @throws TreeException if another service holds the database, or key and pages do not belong together */
    static VaultSession open(PrivacyOptions options, Consumer<CommitStage> stages) throws TreeException, SQLException {
        Connection connection = DatabaseConnections.open(options.database());
        try {
            takeWriterLock(connection);
            connection.setAutoCommit(false);
            EncryptedTree tree = EncryptedTree.open(RootKeyFile.in(options.rootStore()), connection, stages);
            Map<String, String> caseByTombstone = new HashMap<>();
            Vault vault = Vault.open(tree, link -> caseByTombstone.put(link.tombstone(), link.caseId()));
            VaultSession session = new VaultSession(connection, tree, vault);
            int returned = Graves.destroyReturned(vault, connection, caseByTombstone);
            if (returned > 0) {
                LOG.warn("{} links that the ledger shows as destroyed had come back; destroyed again", returned);
            }
            session.commit();
            return session;
        } catch (TreeException | SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    public Vault vault() {
        return vault;
    }

    /** The same transaction as the vault's, for what the ledger has shown. Work neither commits nor closes it. */
    public Connection connection() {
        return connection;
    }

    /** @return whether something was destroyed */
    boolean commit() throws TreeException, SQLException {
        if (tree.changed()) {
            return tree.commit();
        }
        connection.commit();
        return false;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void takeWriterLock(Connection connection) throws TreeException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + WRITER_LOCK + ")")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new TreeException("Another privacy service works on this database. Stop it first.");
            }
        }
    }
}
