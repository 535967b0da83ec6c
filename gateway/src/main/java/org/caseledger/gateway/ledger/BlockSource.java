// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;

/** The blocks of the channel as the authority's own peer serves them. */
public final class BlockSource {

    private final LedgerConnection connection;

    public BlockSource(LedgerConnection connection) {
        this.connection = connection;
    }

    /** Blocks from that number on; waits for those to come, until closed. Fails with a gRPC status when cut off. */
    public CloseableIterator<Block> from(long number) {
        var request =
                connection.network().newBlockEventsRequest().startBlock(number).build();
        return request.getEvents();
    }
}
