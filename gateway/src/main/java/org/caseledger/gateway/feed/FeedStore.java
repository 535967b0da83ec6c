// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.feed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caseledger.gateway.database.Database;

/** Reads changes from the read model. */
final class FeedStore {

    private static final int PAGE = 500;

    private final Database database;
    private final String channel;

    FeedStore(Database database, String channel) {
        this.database = database;
        this.channel = channel;
    }

    /** Changes after that number, with the last number given and the height, read in this order. */
    JsonObject after(long seq) {
        long height = database.sql()
                .row("SELECT next_block FROM checkpoint WHERE channel = $1", channel)
                .map(row -> row.getLong(0))
                .orElse(0L);
        var changes = new JsonArray();
        long last = seq;
        var rows = database.sql()
                .rows("SELECT seq, kind, payload FROM change WHERE seq > $1 ORDER BY seq LIMIT " + PAGE, seq);
        for (var row : rows) {
            last = row.getLong(0);
            changes.add(new JsonObject(row.getString(2)).put("seq", last).put("kind", row.getString(1)));
        }
        return new JsonObject().put("changes", changes).put("last", last).put("height", height);
    }
}
