// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How a live database is reached. */
record DatabaseAccess(
        String url, @Nullable String user, @Nullable Path passwordFile) {

    static DatabaseAccess at(String url) {
        return new DatabaseAccess(url, null, null);
    }

    DatabaseAccess withUser(String name) {
        return new DatabaseAccess(url, name, passwordFile);
    }

    DatabaseAccess withPasswordFile(Path file) {
        return new DatabaseAccess(url, user, file);
    }

    Connection connect() throws IOException, SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (passwordFile != null) {
            String password = Files.readString(passwordFile, StandardCharsets.UTF_8);
            properties.setProperty("password", password.strip());
        }
        return DriverManager.getConnection(url, properties);
    }
}
