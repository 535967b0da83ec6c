// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.chaincode.invocation.StateValue;

/** Parsed definitions or calendars, each valid for exactly the bytes that it was parsed from. Thread-safe. */
final class ParsedValues<T> {

    private static final int MOST_KEPT = 256;

    private final Map<String, Parsed<T>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Parsed<T>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** Reads the ledger's value and gives what it means. */
    T read(Invocation invocation, String key, boolean mustBeActive, Refusal missing, Function<JsonNode, T> reader) {
        var bytes = invocation.read(key).orElseThrow(() -> new RefusedException(missing));
        var parsed = parsed(key, bytes, reader);
        if (mustBeActive && !parsed.active()) {
            throw new RefusedException(missing);
        }
        return parsed.value();
    }

    private Parsed<T> parsed(String key, byte[] bytes, Function<JsonNode, T> reader) {
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null && Arrays.equals(known.bytes(), bytes)) {
                return known;
            }
        }
        var parsed = StateValue.decode(bytes, json -> {
            var proposal = Proposal.fromJson(json);
            return new Parsed<>(bytes, proposal.active(), reader.apply(proposal.content()));
        });
        synchronized (kept) {
            kept.put(key, parsed);
        }
        return parsed;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by content on purpose, in one place
    private record Parsed<T>(byte[] bytes, boolean active, T value) {}
}
