// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;

/** Reads values that an earlier transaction wrote. One that is unreadable is this endorser's fault, not the caller's. */
public final class StateValue {

    private StateValue() {}

    public static Optional<JsonNode> read(Invocation invocation, String key) {
        return read(invocation, key, Function.identity());
    }

    /** Reads and decodes. */
    public static <T> Optional<T> read(Invocation invocation, String key, Function<JsonNode, T> decoder) {
        return invocation.read(key).map(bytes -> decode(bytes, decoder));
    }

    /** Decodes the bytes of a value. */
    public static <T> T decode(byte[] bytes, Function<JsonNode, T> decoder) {
        try {
            return decoder.apply(CanonicalJson.read(bytes));
        } catch (MalformedRecordException unreadable) {
            throw new RefusedException(Refusal.STATE_UNREADABLE);
        }
    }
}
