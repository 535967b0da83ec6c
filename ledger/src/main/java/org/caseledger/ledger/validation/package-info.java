// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a block is what the channel agreed on: header chain, orderers' quorum, creators, endorsements, read
 * versions, flags and commit hash, from blocks and configuration alone.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.validation;
