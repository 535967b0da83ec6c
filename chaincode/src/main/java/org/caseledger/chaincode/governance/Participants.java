// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.StateValue;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;

/**
 * The list under {@code participants}: active once every member has approved the same list and class of channel.
 *
 * @param members sorted by authority
 * @param channel the class of channel that they founded
 * @param approvals sorted authority ids
 */
public record Participants(List<Member> members, Definition.Channel channel, List<String> approvals) {

    static final String KEY = "participants";
    static final String CHANNEL = "channel";
    static final String NEED_TO_KNOW = "need-to-know";

    public Participants {
        members = List.copyOf(members);
        approvals = List.copyOf(approvals);
        requireSorted(members);
    }

    /** The list on the ledger, active or not. */
    public static Optional<Participants> read(Invocation invocation) {
        return StateValue.read(invocation, KEY, Participants::fromJson);
    }

    /** The active list. */
    public static Participants requireActive(Invocation invocation) {
        return read(invocation)
                .filter(Participants::active)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUNDED));
    }

    /** The signer as an active participant. */
    public static Member requireSigner(Invocation invocation) {
        return requireActive(invocation).require(invocation.signer());
    }

    /** The authority as a member. */
    public Member require(String authority) {
        return find(authority).orElseThrow(() -> new RefusedException(Refusal.NOT_A_PARTICIPANT));
    }

    public boolean active() {
        return approvals.size() == members.size();
    }

    /** Whether so many approvals are more than half of the members. */
    boolean isMajority(int count) {
        return 2 * count > members.size();
    }

    /** Refuses a definition that asks for a more closed channel than this one. */
    void requireChannelFor(Definition definition) {
        if (definition.channel() == Definition.Channel.NEED_TO_KNOW && channel != Definition.Channel.NEED_TO_KNOW) {
            throw new RefusedException(Refusal.CHANNEL_COMMON);
        }
    }

    /** Of the list alone where the channel is common; else of list and class. */
    String hash() {
        return CanonicalJson.hash(
                channel == Definition.Channel.COMMON ? membersJson() : founded(JsonNodeFactory.instance.objectNode()));
    }

    Participants approvedBy(String authority) {
        return new Participants(members, channel, Approvals.with(approvals, authority));
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("v", 1)
                .put("hash", hash())
                .put("active", active());
        founded(json).set("approvals", Approvals.toJson(approvals));
        return json;
    }

    private ObjectNode founded(ObjectNode json) {
        if (channel == Definition.Channel.NEED_TO_KNOW) {
            json.put(CHANNEL, NEED_TO_KNOW);
        }
        return json.set("members", membersJson());
    }

    private Optional<Member> find(String authority) {
        return members.stream()
                .filter(member -> member.authority().equals(authority))
                .findFirst();
    }

    private ArrayNode membersJson() {
        var array = JsonNodeFactory.instance.arrayNode();
        members.forEach(member -> array.add(member.toJson()));
        return array;
    }

    private static Participants fromJson(JsonNode json) {
        var members = new ArrayList<Member>();
        for (var member : json.path("members")) {
            members.add(new Member(
                    member.path("authority").asText(), member.path("country").asText()));
        }
        return new Participants(
                members,
                json.has(CHANNEL) ? Definition.Channel.NEED_TO_KNOW : Definition.Channel.COMMON,
                Approvals.fromJson(json.path("approvals")));
    }

    private static void requireSorted(List<Member> members) {
        for (var i = 1; i < members.size(); i++) {
            if (members.get(i - 1).authority().compareTo(members.get(i).authority()) >= 0) {
                throw new MalformedRecordException("members", "are not sorted by authority, each once");
            }
        }
    }
}
