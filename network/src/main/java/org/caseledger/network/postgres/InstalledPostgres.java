// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import java.nio.file.Path;

/**
 * A PostgreSQL server that somebody else runs. It needs version 15 or newer and an administrator that may create roles
 * and databases; the services then see what they see on {@link PostgresServer}.
 */
public final class InstalledPostgres implements DatabaseServer {
    private final Databases databases;

    /**
     * @param administrator access to any database of the server with the right to create roles and databases
     * @param directory where the passwords of the services' roles are kept
     */
    public InstalledPostgres(DatabaseAccess administrator, Path directory) {
        this.databases = new Databases(administrator, directory.resolve("passwords"));
    }

    @Override
    public DatabaseAccess database(String name) {
        return databases.create(name);
    }

    /** Leaves the server running: it is not ours. */
    @Override
    public void close() {}
}
