// SPDX-License-Identifier: Apache-2.0
/**
 * PostgreSQL for the services of a consortium: a server of our own ({@link PostgresServer}) or an installed one
 * ({@link InstalledPostgres}), and on either one database and one role a service ({@link DatabaseAccess}).
 */
@NullMarked
package org.caseledger.network.postgres;

import org.jspecify.annotations.NullMarked;
