// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The sealed pages in PostgreSQL. Whoever owns the connection commits. */
public final class PageTable {

    private static final String UPSERT =
            "INSERT INTO page (number, sealed) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET sealed = excluded.sealed";

    private final Connection connection;

    public PageTable(Connection connection) {
        this.connection = connection;
    }

    /** The highest page number in use, or -1. */
    long highest() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), -1) FROM page")) {
            row.next();
            return row.getLong(1);
        }
    }

    Map<Long, byte[]> read(Collection<Long> numbers) throws SQLException, TreeException {
        Map<Long, byte[]> pages = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT number, sealed FROM page WHERE number = ANY(?)")) {
            Array wanted = connection.createArrayOf("bigint", numbers.toArray());
            statement.setArray(1, wanted);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pages.put(row.getLong(1), row.getBytes(2));
                }
            }
        }
        if (!pages.keySet().containsAll(numbers)) {
            throw new TreeException("A page is missing in the database. Restore the database from its replica.");
        }
        return pages;
    }

    void write(Map<Long, byte[]> pages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<Long, byte[]> page : pages.entrySet()) {
                statement.setLong(1, page.getKey());
                statement.setBytes(2, page.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }
}
