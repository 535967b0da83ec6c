// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

/**
 * One thing that is wrong with a block.
 *
 * @param transaction index within the block; -1 when the whole block is meant
 * @param detail one sentence without any content of the transaction
 */
public record BlockFinding(BlockFault fault, long block, int transaction, String detail) {}
