// SPDX-License-Identifier: Apache-2.0
/**
 * Running a chaincode against a state while noting what it reads and writes.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.simulation;
