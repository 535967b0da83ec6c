// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.caseledger.chaincode.replay.Execution;
import org.caseledger.chaincode.replay.RecordedTransaction;
import org.caseledger.procedure.record.CanonicalJson;
import org.hyperledger.fabric.shim.Chaincode;
import org.jspecify.annotations.Nullable;

/** A ledger of one map: executes, and keeps the writes of what succeeded. */
final class TestLedger {

    static final String AT = "AT-DUBLIN";
    static final String BG = "BG-DUBLIN";
    static final String DE = "DE-DUBLIN";
    static final String FR = "FR-DUBLIN";

    private static final Pattern REFUSAL = Pattern.compile("REFUSED [A-Z_]+ \\{.*}");

    final SortedMap<String, byte[]> state = new TreeMap<>();
    private Chaincode chaincode;
    private Instant now = Instant.parse("2026-03-02T10:15:30.123456Z");
    private int transactions;
    private int ids;

    TestLedger() {
        this(new CaseledgerChaincode());
    }

    TestLedger(Chaincode chaincode) {
        this.chaincode = chaincode;
    }

    TestLedger at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Forgets all that the chaincode keeps in memory. */
    TestLedger cold() {
        chaincode = new CaseledgerChaincode();
        return this;
    }

    TestLedger copy() {
        var copy = new TestLedger();
        copy.state.putAll(state);
        copy.now = now;
        copy.transactions = transactions;
        copy.ids = ids;
        return copy;
    }

    String id() {
        return "%032x".formatted(0xfeed_0000 + ++ids);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("v", 1);
    }

    Execution.Result execute(String authority, String function, Consumer<ObjectNode> fields) {
        var argument = object();
        fields.accept(argument);
        return execute(TestIdentity.client(authority), function, CanonicalJson.write(argument));
    }

    Execution.Result execute(byte[] creator, String function, byte[] argument) {
        var transaction = new RecordedTransaction(
                HexFormat.of().toHexDigits(++transactions),
                "asylum",
                List.of(function.getBytes(StandardCharsets.UTF_8), argument),
                creator,
                now);
        var result = Execution.of(chaincode, transaction, this::value);
        if (result.succeeded()) {
            state.putAll(result.writes());
        }
        return result;
    }

    /** Executes what must succeed. */
    JsonNode submit(String authority, String function, Consumer<ObjectNode> fields) {
        var result = execute(authority, function, fields);
        assertThat(result.succeeded())
                .as(function + ": " + result.response().getMessage())
                .isTrue();
        return CanonicalJson.read(result.response().getPayload());
    }

    /** Executes what must be refused, and shows the message. */
    String refuse(String authority, String function, Consumer<ObjectNode> fields) {
        return refused(execute(authority, function, fields));
    }

    /** The message of a refusal that wrote nothing. */
    static String refused(Execution.Result result) {
        assertThat(result.succeeded()).isFalse();
        assertThat(result.response().getMessage()).matches(REFUSAL);
        return result.response().getMessage();
    }

    JsonNode json(String key) {
        var value = value(key);
        assertThat(value).as(key).isNotNull();
        return CanonicalJson.read(value);
    }

    private byte @Nullable [] value(String key) {
        return state.get(key);
    }
}
