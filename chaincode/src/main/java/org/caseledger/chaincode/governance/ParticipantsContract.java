// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.MalformedRecordException;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;

/** The founding list. Until it is active a member may propose another; from then on it stands. */
@Contract(name = "participants")
public final class ParticipantsContract implements ContractInterface {

    private static final int MOST_MEMBERS = 100;

    /** {@code {members}}, with {@code channel} where it is for those who need to know, to {@code {hash, active}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String propose(Context context, String argument) {
        return Operation.run(context, argument, ParticipantsContract::propose);
    }

    /** {@code {hash}} to {@code {active}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String approve(Context context, String argument) {
        return Operation.run(context, argument, ParticipantsContract::approve);
    }

    /** {@code {}} to the list. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context, String argument) {
        return Operation.run(context, argument, ParticipantsContract::read);
    }

    private static JsonNode propose(Invocation invocation, Argument argument) {
        var channel = channel(argument);
        var members = argument.objects("members", MOST_MEMBERS, "authority", "country").stream()
                .map(member -> new Member(member.authority(), member.text("country")))
                .toList();
        if (Participants.read(invocation).filter(Participants::active).isPresent()) {
            throw new RefusedException(Refusal.ALREADY_FOUNDED);
        }
        var proposer = invocation.signer();
        var list = new Participants(members, channel, List.of(proposer));
        list.require(proposer);
        return write(invocation, list).put("hash", list.hash());
    }

    private static Definition.Channel channel(Argument argument) {
        if (!argument.has(Participants.CHANNEL)) {
            argument.versioned("members");
            return Definition.Channel.COMMON;
        }
        argument.versioned("members", Participants.CHANNEL);
        if (!argument.text(Participants.CHANNEL).equals(Participants.NEED_TO_KNOW)) {
            throw new MalformedRecordException(Participants.CHANNEL, "is not need-to-know");
        }
        return Definition.Channel.NEED_TO_KNOW;
    }

    private static JsonNode approve(Invocation invocation, Argument argument) {
        var hash = argument.versioned("hash").hash();
        var list = proposed(invocation);
        if (!list.hash().equals(hash)) {
            throw new RefusedException(Refusal.HASH_DIFFERS);
        }
        if (list.active()) {
            throw new RefusedException(Refusal.ALREADY_ACTIVE);
        }
        var approver = list.require(invocation.signer()).authority();
        return write(invocation, list.approvedBy(approver));
    }

    private static JsonNode read(Invocation invocation, Argument argument) {
        argument.versioned();
        return proposed(invocation).toJson();
    }

    private static Participants proposed(Invocation invocation) {
        return Participants.read(invocation).orElseThrow(() -> new RefusedException(Refusal.NOT_PROPOSED));
    }

    private static ObjectNode write(Invocation invocation, Participants list) {
        invocation.write(Participants.KEY, list.toJson());
        invocation.announce(Participants.KEY, "participants");
        return JsonNodeFactory.instance.objectNode().put("active", list.active());
    }
}
