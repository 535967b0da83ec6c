// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.procedure.record.MalformedRecordException;
import org.hyperledger.fabric.contract.Context;

/** What a function of a contract does, apart from its transport. */
@FunctionalInterface
public interface Operation {

    /** Does the work and answers with JSON. */
    JsonNode perform(Invocation invocation, Argument argument);

    /** The answer of a function that only writes. */
    static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Parses the argument, performs, sets the event.
     *
     * @return the canonical JSON of the answer
     * @throws RefusedException when the transaction is refused
     */
    static String run(Context context, String argument, Operation operation) {
        var invocation = new Invocation(context);
        try {
            var answer = operation.perform(invocation, Argument.parse(argument));
            invocation.finish();
            return Invocation.text(answer);
        } catch (MalformedRecordException malformed) {
            throw new RefusedException(Refusal.ARGUMENT_MALFORMED, Fields.details(malformed.field()));
        }
    }
}
