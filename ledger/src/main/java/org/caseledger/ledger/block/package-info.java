// SPDX-License-Identifier: Apache-2.0
/**
 * Blocks as Hyperledger Fabric writes them: their hashes, the file that keeps them, and a parsed view for readers.
 * Nothing here decides whether a transaction is valid.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.block;
