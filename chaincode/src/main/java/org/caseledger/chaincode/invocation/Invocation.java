// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CommandId;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * One execution. It offers all that a function may use: committed state, the signer, the transaction's timestamp. What
 * it writes becomes readable only in a later transaction, as Fabric has it.
 */
public final class Invocation {

    private static final int MOST_ENTRIES_REREAD = 2_000;

    private final Context context;
    private final ChaincodeStub stub;
    private final Map<String, Optional<byte[]>> reads = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private final ArrayNode events = JsonNodeFactory.instance.arrayNode();
    private int reread;

    Invocation(Context context) {
        this.context = context;
        this.stub = context.getStub();
    }

    /** The authority whose client identity signed the transaction. */
    public String signer() {
        return Signer.of(context.getClientIdentity());
    }

    /** The transaction's timestamp as its signer claims it, in whole milliseconds. */
    public Instant at() {
        return stub.getTxTimestamp().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The committed bytes under a key. */
    public Optional<byte[]> read(String key) {
        return reads.computeIfAbsent(
                key, k -> Optional.ofNullable(stub.getState(k)).filter(value -> value.length > 0));
    }

    /** Whether the key holds a value, or this execution has given it one. */
    public boolean taken(String key) {
        return written.contains(key) || read(key).isPresent();
    }

    /** Writes a value in canonical form; each key once. */
    public void write(String key, JsonNode value) {
        write(key, CanonicalJson.write(value));
    }

    /** Writes a value that is canonical already; each key once. */
    public void write(String key, byte[] canonical) {
        if (!written.add(key)) {
            throw new IllegalStateException("a key is written twice in one transaction");
        }
        stub.putState(key, canonical);
    }

    /** Adds an entry to the transaction's one event. */
    public void announce(String file, CommandId command, String kind) {
        event(file, kind).put("command", command.value());
    }

    /** Adds a written key to the transaction's one event, where there is no command. */
    public void announce(String key, String kind) {
        event(key, kind);
    }

    /**
     * Counts entries that are read again for a late record.
     *
     * @throws RefusedException {@code REPLAY_TOO_LONG} past the bound of a transaction
     */
    public void reread(int entries) {
        reread += entries;
        if (reread > MOST_ENTRIES_REREAD) {
            throw new RefusedException(Refusal.REPLAY_TOO_LONG);
        }
    }

    void finish() {
        if (!events.isEmpty()) {
            var payload = JsonNodeFactory.instance.objectNode().put("v", 1);
            payload.set("entries", events);
            stub.setEvent(CaseledgerChaincode.EVENT, CanonicalJson.write(payload));
        }
    }

    static String text(JsonNode json) {
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }

    private ObjectNode event(String file, String kind) {
        return events.addObject().put("file", file).put("kind", kind);
    }
}
