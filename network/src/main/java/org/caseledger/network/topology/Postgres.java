// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;

/**
 * An installed PostgreSQL server, version 15 or newer.
 *
 * @param database any database of the server, to connect to as the administrator
 * @param user may create roles and databases
 * @param passwordFile holds the administrator's password and nothing else
 */
public record Postgres(
        String host,
        int port,
        String database,
        String user,
        @JsonProperty("password-file") Path passwordFile) {

    public Postgres {
        Topology.require(
                host != null && database != null && user != null && passwordFile != null && port > 0 && port < 65_536,
                "postgres needs host, port, database, user and password-file.");
    }
}
