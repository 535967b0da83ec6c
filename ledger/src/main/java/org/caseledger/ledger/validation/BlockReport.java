// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import java.util.List;
import org.caseledger.ledger.block.BlockView;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What verifying one block gave.
 *
 * @param block the parsed block
 * @param codes the recomputed validation code of each transaction
 * @param findings empty when the block is what it claims to be
 */
public record BlockReport(BlockView block, List<TxValidationCode> codes, List<BlockFinding> findings) {

    /** Whether nothing was found. */
    public boolean clean() {
        return findings.isEmpty();
    }
}
