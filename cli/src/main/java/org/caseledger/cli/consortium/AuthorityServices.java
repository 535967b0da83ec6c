// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

/** One authority's gateway and privacy service, wherever they run. */
interface AuthorityServices extends AutoCloseable {

    /** Returns once both are on their way; readiness is asked for over their management ports. */
    void start();

    @Override
    void close();
}
