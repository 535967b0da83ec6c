// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import java.nio.ByteBuffer;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A block with the bytes that it was read from.
 *
 * @param position of the first of these bytes in the file
 * @param bytes the block alone, without the header of its record
 */
public record StoredBlock(Block block, long position, ByteBuffer bytes) {}
