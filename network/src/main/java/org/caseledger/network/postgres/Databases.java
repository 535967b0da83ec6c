// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.caseledger.network.NetworkException;

/** Creates one database and one role a service, with no right on anything else. */
final class Databases {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DatabaseAccess administrator;
    private final Path passwords;

    Databases(DatabaseAccess administrator, Path passwords) {
        this.administrator = administrator;
        this.passwords = passwords;
    }

    synchronized DatabaseAccess create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new NetworkException("\"" + name + "\" cannot name a database. Use a-z, 0-9 and _.");
        }
        try {
            DatabaseAccess access = new DatabaseAccess(
                    administrator.host(), administrator.port(), name, name, Passwords.named(passwords, name));
            createRoleAndDatabase(access);
            grantOwnDatabase(name);
            return access;
        } catch (SQLException e) {
            throw new NetworkException(
                    "PostgreSQL at " + administrator.host() + ":" + administrator.port() + " did not create database "
                            + name + " (" + e.getMessage() + "). Check that it runs and that " + administrator.user()
                            + " may create roles and databases.",
                    e);
        } catch (IOException e) {
            throw new NetworkException(
                    "The password of " + name + " cannot be kept in " + passwords + ". Check that it is writable.", e);
        }
    }

    private void createRoleAndDatabase(DatabaseAccess access) throws SQLException {
        try (Connection connection = connect(administrator.database());
                Statement statement = connection.createStatement()) {
            String verb =
                    exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", access.user()) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + access.user()
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '" + access.password() + "'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", access.database())) {
                statement.execute("CREATE DATABASE " + access.database() + " TEMPLATE template0 ENCODING 'UTF8'");
            }
        }
    }

    /**
     * The role owns its public schema. It may also ask for a checkpoint and for a new WAL segment: what a service needs
     * to get deleted pages out of the server's files.
     */
    private void grantOwnDatabase(String name) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute("GRANT ALL ON DATABASE " + name + " TO " + name);
            statement.execute("ALTER SCHEMA public OWNER TO " + name);
            statement.execute("GRANT pg_checkpoint TO " + name);
            statement.execute("GRANT EXECUTE ON FUNCTION pg_switch_wal() TO " + name);
        }
    }

    private Connection connect(String database) throws SQLException {
        DatabaseAccess access = new DatabaseAccess(
                administrator.host(), administrator.port(), database, administrator.user(), administrator.password());
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
