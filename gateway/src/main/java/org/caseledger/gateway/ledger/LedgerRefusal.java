// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the contract (decision 0001): final, whoever asks again.
 *
 * @param code stable code
 * @param item index of the refused item in a list, or null
 * @param fields closed details of decision 0001: which part of the argument, what it is about, the latest date
 */
public record LedgerRefusal(String code, @Nullable Integer item, Map<String, String> fields) {

    private static final Pattern MESSAGE = Pattern.compile("REFUSED ([A-Z][A-Z0-9_]*) (\\{[^{}]*\\})");

    /** The refusal that all of the messages agree on; empty where one says something else. */
    public static Optional<LedgerRefusal> unanimous(Collection<String> messages) {
        var refusals = messages.stream().map(LedgerRefusal::parse).distinct().toList();
        return refusals.size() == 1 ? refusals.get(0) : Optional.empty();
    }

    /** Finds a refusal in a message. */
    public static Optional<LedgerRefusal> parse(String message) {
        var match = MESSAGE.matcher(message);
        return match.find() ? Optional.of(read(match.group(1), match.group(2))) : Optional.empty();
    }

    private static LedgerRefusal read(String code, String json) {
        try {
            var details = CanonicalJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var fields = new TreeMap<String, String>();
            for (var name : new String[] {"field", "subject", "date"}) {
                if (details.path(name).isTextual()) {
                    fields.put(name, details.path(name).asText());
                }
            }
            JsonNode item = details.path("item");
            return new LedgerRefusal(code, item.isInt() ? item.asInt() : null, Map.copyOf(fields));
        } catch (MalformedRecordException malformed) {
            return new LedgerRefusal(code, null, Map.of());
        }
    }
}
