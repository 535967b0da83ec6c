// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.postgres;

import org.caseledger.network.NetworkException;

/** A PostgreSQL server on which services get a database and a role of their own. */
public interface DatabaseServer extends AutoCloseable {

    /**
     * Creates the database and its role, or finds them: calling twice gives the same access.
     *
     * @param name lower-case letters, digits and {@code _}, e.g. {@code privacy_at_dublin}
     * @throws NetworkException if the server does not answer or refuses
     */
    DatabaseAccess database(String name);

    /** Stops the server if it is ours. */
    @Override
    void close();
}
