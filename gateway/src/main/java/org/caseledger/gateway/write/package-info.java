// SPDX-License-Identifier: Apache-2.0
/**
 * Writes to the ledger that survive a kill: kept before they are submitted, asked for after a lost answer, resumed at
 * start. No file number and no handle enters here.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.write;
