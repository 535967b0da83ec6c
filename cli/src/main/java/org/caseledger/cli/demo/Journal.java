// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.caseledger.cli.Json;

/**
 * The one document of a demo (docs/demo.md): events in the order in which they happened, each with what a service, the
 * audit or the attacker answered, and statements, each with where in those answers it was found.
 */
public final class Journal {
    private final ObjectNode document = Json.mapper().createObjectNode().put("v", 2);
    private final ArrayNode events = Json.mapper().createArrayNode();
    private final Consumer<JsonNode> listener;
    private boolean everyStatementHolds = true;
    private int statements;

    /** @param listener told of each event as soon as it is in the document */
    public Journal(Consumer<JsonNode> listener) {
        this.listener = listener;
    }

    /** Adds a part beside the events, such as the machine. */
    public void describe(String part, JsonNode content) {
        document.set(part, content);
        add(Json.mapper().createObjectNode().put("kind", part).set("answer", content));
    }

    /** The same for one of several, such as the start of a consortium. */
    public void describe(String part, String id, JsonNode content) {
        document.withObject("/" + part).set(id, content);
        add(Json.mapper().createObjectNode().put("kind", part).put("id", id).set("answer", content));
    }

    public void chapter(String id) {
        add(Json.mapper().createObjectNode().put("kind", "chapter").put("id", id));
    }

    /** Keeps a call and its answer. */
    public Evidence exchange(String id, Exchange call) {
        ObjectNode event = Json.mapper()
                .createObjectNode()
                .put("kind", "exchange")
                .put("id", id)
                .put("authority", call.authority())
                .put("role", call.role())
                .put("method", call.method())
                .put("path", call.path());
        if (!call.request().isMissingNode()) {
            event.set("request", call.request());
        }
        event.put("status", call.status());
        if (!call.answer().isMissingNode()) {
            event.set("answer", call.answer());
        }
        return add(event);
    }

    /** Keeps what something other than a REST interface answered: {@code audit}, {@code copy} or {@code attack}. */
    public Evidence observation(String kind, String id, JsonNode answer) {
        return add(
                Json.mapper().createObjectNode().put("kind", kind).put("id", id).set("answer", answer));
    }

    /**
     * States what was found in the evidence, and whether it is what was expected.
     *
     * @param expected fields that {@code found} must have with these values; it may have more, for the telling
     * @return whether it holds
     */
    public boolean statement(String id, Evidence evidence, ObjectNode found, ObjectNode expected) {
        boolean holds = Matching.holds(expected, found);
        ObjectNode event = Json.mapper()
                .createObjectNode()
                .put("kind", "statement")
                .put("id", id)
                .put("evidence", evidence.number())
                .put("holds", holds);
        event.set("found", found);
        event.set("expected", expected);
        add(event);
        everyStatementHolds &= holds;
        statements++;
        return holds;
    }

    /** Whether there were statements and each holds. */
    public boolean passed() {
        return statements > 0 && everyStatementHolds;
    }

    /** The whole document as it is now. */
    public ObjectNode document() {
        ObjectNode whole = document.deepCopy();
        whole.set("events", events.deepCopy());
        whole.put("statements", statements);
        whole.put("passed", passed());
        return whole;
    }

    private Evidence add(ObjectNode event) {
        ObjectNode numbered = Json.mapper().createObjectNode().put("n", events.size() + 1);
        numbered.setAll(event);
        events.add(numbered);
        listener.accept(numbered);
        return new Evidence(events.size(), numbered.path("status").asInt(), numbered.path("answer"));
    }
}
