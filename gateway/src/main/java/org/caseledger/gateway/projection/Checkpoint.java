// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import com.google.protobuf.ByteString;

/**
 * How far the read model is.
 *
 * @param genesis hash of block 0's header
 * @param nextBlock number of the block to read next
 * @param headerHash hash of the header of the block before it
 * @param recordedUpTo highest time of a valid transaction so far, milliseconds since 1970, UTC
 */
record Checkpoint(ByteString genesis, long nextBlock, ByteString headerHash, long recordedUpTo) {}
