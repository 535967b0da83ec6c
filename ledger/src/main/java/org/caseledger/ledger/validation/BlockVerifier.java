// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import org.hyperledger.fabric.protos.common.Block;

/** Walks a ledger from block 0 and recomputes everything that a Fabric peer would have checked. Not thread-safe. */
public final class BlockVerifier {
    private final Trust trust;

    private BlockVerifier(Trust trust) {
        this.trust = trust;
    }

    /** A verifier that awaits block 0. */
    public static BlockVerifier create(Trust trust) {
        return new BlockVerifier(trust);
    }

    /** Judges the next block; findings do not stop the walk. */
    public BlockReport verify(Block block) {
        throw new UnsupportedOperationException(
                trust.toString() + block.getHeader().getNumber());
    }
}
