// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.tombstones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Participants;
import org.caseledger.chaincode.invocation.Argument;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.Operation;
import org.caseledger.chaincode.invocation.StateValue;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;

/** Publishes and reads batches of tombstones. A batch's size and order tell nothing of what is real in it. */
@Contract(name = "tombstones")
public final class TombstonesContract implements ContractInterface {

    /** Every batch has this many values. */
    public static final int BATCH_SIZE = 32;

    /** {@code {batch, values}} to {@code {}}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String publish(Context context, String argument) {
        return Operation.run(context, argument, TombstonesContract::publish);
    }

    /** {@code {batch}} to the batch. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context, String argument) {
        return Operation.run(context, argument, TombstonesContract::read);
    }

    private static JsonNode publish(Invocation invocation, Argument argument) {
        argument.versioned("batch", "values");
        var key = key(argument);
        var values = argument.texts("values", BATCH_SIZE, BATCH_SIZE);
        requireSortedAndDistinct(values);
        var signer = Participants.requireSigner(invocation).authority();
        if (invocation.taken(key)) {
            throw new RefusedException(Refusal.BATCH_EXISTS);
        }
        var batch = JsonNodeFactory.instance.objectNode().put("v", 1).put("by", signer);
        values.forEach(batch.putArray("values")::add);
        invocation.write(key, batch);
        invocation.announce(key, "tombstones");
        return Operation.nothing();
    }

    private static JsonNode read(Invocation invocation, Argument argument) {
        return StateValue.read(invocation, key(argument.versioned("batch")))
                .orElseThrow(() -> new RefusedException(Refusal.BATCH_UNKNOWN));
    }

    private static String key(Argument argument) {
        return "tombstones/" + argument.hex128("batch");
    }

    private static void requireSortedAndDistinct(List<String> values) {
        var previous = "";
        for (var value : values) {
            Forms.requireHex128("values", value);
            if (value.compareTo(previous) <= 0) {
                throw new MalformedRecordException("values", "are not sorted and distinct");
            }
            previous = value;
        }
    }
}
