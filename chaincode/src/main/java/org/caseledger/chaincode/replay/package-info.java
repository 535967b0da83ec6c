// SPDX-License-Identifier: Apache-2.0
/** Executes a recorded transaction again, without a peer: for auditors and for tests. */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.replay;
