// SPDX-License-Identifier: Apache-2.0
/**
 * A whole consortium on this machine: PostgreSQL, the embedded ledger, and of each authority a gateway and a privacy
 * service, composed from a topology. {@link org.caseledger.cli.consortium.Consortium} starts and stops it; the demo and
 * the acceptance tests use it and reach the services over HTTPS only.
 */
@NullMarked
package org.caseledger.cli.consortium;

import org.jspecify.annotations.NullMarked;
