// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.io.IOException;
import java.nio.file.Files;
import org.caseledger.network.NetworkException;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.network.postgres.DatabaseServer;
import org.caseledger.network.postgres.InstalledPostgres;
import org.caseledger.network.postgres.PostgresServer;
import org.caseledger.network.topology.Postgres;
import org.caseledger.network.topology.Topology;

/** The database server that a topology asks for. */
final class Databases {
    private Databases() {}

    static DatabaseServer start(Topology topology, Layout layout, int port) {
        Postgres installed = topology.postgres();
        return installed == null
                ? PostgresServer.start(layout.postgres(), layout.programs(), port)
                : new InstalledPostgres(administrator(installed), layout.postgres());
    }

    private static DatabaseAccess administrator(Postgres server) {
        try {
            String password = Files.readString(server.passwordFile()).strip();
            return new DatabaseAccess(server.host(), server.port(), server.database(), server.user(), password);
        } catch (IOException e) {
            throw new NetworkException(
                    "The administrator's password cannot be read from " + server.passwordFile()
                            + ". Correct postgres.password-file in the topology.",
                    e);
        }
    }
}
