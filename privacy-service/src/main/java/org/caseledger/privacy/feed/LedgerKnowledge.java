// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the own ledger has shown, as far as the service needs it. Public to members: it says nothing of a link. */
public final class LedgerKnowledge {

    /** How far the news were taken: position of the feed and height of the ledger in blocks. */
    record Position(long seq, long height) {}

    private LedgerKnowledge() {}

    static Position position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq, height FROM feed_position")) {
            row.next();
            return new Position(row.getLong(1), row.getLong(2));
        }
    }

    static void moveTo(Connection connection, Position position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE feed_position SET seq = ?, height = ?")) {
            statement.setLong(1, position.seq());
            statement.setLong(2, position.height());
            statement.executeUpdate();
        }
    }

    static void bind(Connection connection, String file, String role, String authority, String by) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO ledger_party (file, role, authority, bound_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, file);
            statement.setString(2, role);
            statement.setString(3, authority);
            statement.setString(4, by);
            statement.executeUpdate();
        }
    }

    static void bury(Connection connection, Collection<String> tombstones) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO ledger_tombstone (value) VALUES (?) ON CONFLICT DO NOTHING")) {
            for (String tombstone : tombstones) {
                statement.setString(1, tombstone);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Whether the ledger knows a case or request. */
    public static boolean knows(Connection connection, String file) throws SQLException {
        return !authorities(connection, file).isEmpty();
    }

    /** Whether both authorities are parties of a case, or have roles in a request. */
    public static boolean areParties(Connection connection, String file, String one, String other) throws SQLException {
        Set<String> authorities = authorities(connection, file);
        return authorities.contains(one) && authorities.contains(other);
    }

    /** Those of the tombstones that are on the ledger. */
    public static Set<String> buried(Connection connection, Collection<String> tombstones) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT value FROM ledger_tombstone WHERE value = ANY(?)")) {
            statement.setArray(1, connection.createArrayOf("bpchar", tombstones.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static Set<String> authorities(Connection connection, String file) throws SQLException {
        Set<String> authorities = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT authority FROM ledger_party WHERE file = ?")) {
            statement.setString(1, file);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    authorities.add(row.getString(1));
                }
            }
        }
        return authorities;
    }
}
