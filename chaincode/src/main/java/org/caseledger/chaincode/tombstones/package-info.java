// SPDX-License-Identifier: Apache-2.0
/** Tombstones of links that are about to be destroyed: random values in batches of one size. */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.tombstones;
