// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.caseledger.gateway.database.Database;

/** Where a batch of tombstones stands on the ledger. */
final class ReceiptStore {

    private final Database database;

    ReceiptStore(Database database) {
        this.database = database;
    }

    Optional<ObjectNode> position(String batch) {
        return database.sql()
                .row("SELECT block, transaction FROM tombstone_batch WHERE batch = $1", batch)
                .map(row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "tombstones")
                        .put("block", row.getLong(0))
                        .put("transaction", row.getInteger(1)));
    }
}
