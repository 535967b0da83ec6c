// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.Pin;

/** Reads what all agreed on: participants, definitions, calendars. */
public final class GovernanceStore {

    private final Database database;

    public GovernanceStore(Database database) {
        this.database = database;
    }

    /** The content of what is pinned. */
    JsonNode content(String kind, Pin pin) {
        return value(kind + "/" + pin.id())
                .filter(value -> value.path("hash").asText().equals(pin.hash()))
                .map(value -> value.path("content"))
                .orElseThrow(() -> new ProblemException(ProblemCode.READ_MODEL_BEHIND));
    }

    /** The value of one key of decision 0001. */
    public Optional<JsonNode> value(String key) {
        return database.sql()
                .row("SELECT value FROM governance WHERE key = $1", key)
                .map(row -> json(row.getString(0)));
    }

    /** All values of one kind, {@code procedure} or {@code calendar}, by id. */
    public List<JsonNode> values(String kind) {
        return database
                .sql()
                .rows("SELECT value FROM governance WHERE key LIKE $1 || '/%' ORDER BY key COLLATE \"C\"", kind)
                .stream()
                .map(row -> json(row.getString(0)))
                .toList();
    }

    private static JsonNode json(String text) {
        return CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
