// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.ledger.BlockSource;

/** Makes the follower of a gateway. */
public final class Projection {

    private Projection() {}

    public static BlockFollower follower(GatewayOptions options, Database database, BlockSource source) {
        return new BlockFollower(
                source,
                new ProjectionStore(database, options.ledger().channel()),
                new BlockProjector(options.authority(), options.ledger().chaincode()));
    }

    /** Empties the read model, so that the next start reads every block again. Operations stay. */
    public static void clear(GatewayOptions options, Database database) {
        new ProjectionStore(database, options.ledger().channel()).clear();
    }
}
