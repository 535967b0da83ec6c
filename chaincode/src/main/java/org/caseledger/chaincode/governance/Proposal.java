// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.caseledger.procedure.record.Pin;

/**
 * A definition or calendar on the ledger.
 *
 * @param pin its id and the hash of its content
 * @param content the definition or calendar itself
 * @param proposedBy authority id
 * @param approvals sorted authority ids, the proposer's among them
 * @param active whether more than half of the participants have approved
 */
record Proposal(Pin pin, JsonNode content, String proposedBy, List<String> approvals, boolean active) {

    Proposal {
        approvals = List.copyOf(approvals);
    }

    /** The proposal after one more approval. */
    Proposal approvedBy(String authority, Participants participants) {
        var more = Approvals.with(approvals, authority);
        return new Proposal(pin, content, proposedBy, more, participants.isMajority(more.size()));
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("id", pin.id())
                .put("hash", pin.hash());
        json.put("proposedBy", proposedBy).put("active", active);
        json.set("content", content);
        json.set("approvals", Approvals.toJson(approvals));
        return json;
    }

    static Proposal fromJson(JsonNode json) {
        return new Proposal(
                new Pin(json.path("id").asText(), json.path("hash").asText()),
                json.path("content"),
                json.path("proposedBy").asText(),
                Approvals.fromJson(json.path("approvals")),
                json.path("active").asBoolean());
    }
}
