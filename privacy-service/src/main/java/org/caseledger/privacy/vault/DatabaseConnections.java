// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.caseledger.privacy.options.PrivacyOptions.Database;
import org.flywaydb.core.Flyway;

/** Connections to the service's own database, and its schema. */
public final class DatabaseConnections {

    private DatabaseConnections() {}

    public static Connection open(Database database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "caseledger-privacy");
        return DriverManager.getConnection(database.url(), properties);
    }

    static void migrate(Database database) {
        Flyway.configure(VaultSession.class.getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/privacy")
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
