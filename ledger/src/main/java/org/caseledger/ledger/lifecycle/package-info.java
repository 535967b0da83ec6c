// SPDX-License-Identifier: Apache-2.0
/**
 * The committed definition of a chaincode, in the form in which Fabric's lifecycle keeps it on the ledger.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.lifecycle;
