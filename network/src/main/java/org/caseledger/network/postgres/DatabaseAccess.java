// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

/**
 * How one service reaches its database: it owns what it creates there and can open no other.
 *
 * @param user the role, named like the database
 * @param password random, kept in a file that only the owner reads
 */
public record DatabaseAccess(String host, int port, String database, String user, String password) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
