// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.caseledger.network.postgres.DatabaseAccess;
import org.flywaydb.core.Flyway;

/** A tree over a real database, and every version that its pages ever had. */
final class TreeFixture implements AutoCloseable {

    private final Path directory;
    private final Connection connection;
    private final List<byte[]> history = new ArrayList<>();
    private EncryptedTree tree;

    TreeFixture(DatabaseAccess database, Path directory) throws Exception {
        Flyway.configure(TreeFixture.class.getClassLoader())
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/privacy")
                .load()
                .migrate();
        this.directory = directory;
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE page");
        }
        connection.commit();
        this.tree = open(stage -> {});
    }

    EncryptedTree tree() {
        return tree;
    }

    Path directory() {
        return directory;
    }

    /** As after a kill: what was not committed is gone. */
    void reopen() throws Exception {
        connection.rollback();
        tree = open(stage -> {});
    }

    void reopen(Consumer<CommitStage> stages) throws Exception {
        connection.rollback();
        tree = open(stages);
    }

    void commit() throws Exception {
        tree.commit();
        remember();
    }

    /** Every page version that was ever committed. */
    List<byte[]> history() {
        return history;
    }

    void remember() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sealed FROM page")) {
            while (row.next()) {
                history.add(row.getBytes(1));
            }
        }
        connection.commit();
    }

    int countPages() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM page")) {
            row.next();
            return row.getInt(1);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private EncryptedTree open(Consumer<CommitStage> stages) throws TreeException, SQLException {
        return EncryptedTree.open(RootKeyFile.in(directory), connection, stages);
    }
}
