// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.state;

/** The place of the transaction that wrote a key: block number and index within the block. */
public record Version(long block, long transaction) {}
