// SPDX-License-Identifier: Apache-2.0
/** What is the same for all cases: procedures, authorities, the state of the ledger. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.reference;
