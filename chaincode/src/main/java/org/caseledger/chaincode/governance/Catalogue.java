// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.StateValue;
import org.caseledger.procedure.record.Pin;

/**
 * What definitions and calendars share: proposed once, approved by a majority, immutable.
 *
 * @param prefix of the keys, which is also the event's word
 * @param index key of the list of ids
 * @param checker reads the content, or refuses it or its being proposed among these participants
 */
record Catalogue(String prefix, String index, BiFunction<JsonNode, Participants, Pin> checker) {

    JsonNode propose(Invocation invocation, Argument argument) {
        var content = argument.versioned("content").value("content");
        var participants = Participants.requireActive(invocation);
        var proposer = participants.require(invocation.signer()).authority();
        var pin = checker.apply(content, participants);
        if (invocation.taken(key(pin.id()))) {
            throw new RefusedException(Refusal.ALREADY_PROPOSED);
        }
        write(invocation, new Proposal(pin, content, proposer, List.of(proposer), participants.isMajority(1)));
        addToIndex(invocation, pin.id());
        return pinJson(pin);
    }

    JsonNode approve(Invocation invocation, Argument argument) {
        argument.versioned("id", "hash");
        var id = argument.versionedId("id");
        var hash = argument.hash();
        var participants = Participants.requireActive(invocation);
        var approver = participants.require(invocation.signer()).authority();
        var proposal = find(invocation, id);
        if (!proposal.pin().hash().equals(hash)) {
            throw new RefusedException(Refusal.HASH_DIFFERS);
        }
        if (proposal.active()) {
            throw new RefusedException(Refusal.ALREADY_ACTIVE);
        }
        var approved = proposal.approvedBy(approver, participants);
        write(invocation, approved);
        return JsonNodeFactory.instance.objectNode().put("active", approved.active());
    }

    JsonNode read(Invocation invocation, Argument argument) {
        return find(invocation, argument.versioned("id").versionedId("id")).toJson();
    }

    JsonNode list(Invocation invocation, Argument argument) {
        argument.versioned();
        var list = JsonNodeFactory.instance.arrayNode();
        for (var id : ids(invocation)) {
            var proposal = find(invocation, id);
            list.add(pinJson(proposal.pin()).put("active", proposal.active()));
        }
        return list;
    }

    private Proposal find(Invocation invocation, String id) {
        return StateValue.read(invocation, key(id), Proposal::fromJson)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_PROPOSED));
    }

    private void write(Invocation invocation, Proposal proposal) {
        invocation.write(key(proposal.pin().id()), proposal.toJson());
        invocation.announce(key(proposal.pin().id()), prefix);
    }

    private void addToIndex(Invocation invocation, String id) {
        var ids = ids(invocation);
        ids.add(id);
        var json = JsonNodeFactory.instance.objectNode().put("v", 1);
        json.set("ids", array(ids));
        invocation.write(index, json);
    }

    private TreeSet<String> ids(Invocation invocation) {
        var ids = new TreeSet<String>();
        StateValue.read(invocation, index).ifPresent(json -> json.path("ids").forEach(id -> ids.add(id.asText())));
        return ids;
    }

    private String key(String id) {
        return prefix + "/" + id;
    }

    private static ArrayNode array(TreeSet<String> ids) {
        var array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array;
    }

    private static ObjectNode pinJson(Pin pin) {
        return JsonNodeFactory.instance.objectNode().put("id", pin.id()).put("hash", pin.hash());
    }
}
