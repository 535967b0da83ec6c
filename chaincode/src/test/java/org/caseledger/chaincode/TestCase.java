// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.CanonicalJson;

/** A case (or request) of the small test procedure, and its steps. */
final class TestCase {

    static final String DEFINITION = "test-transfer@1";

    final TestLedger ledger;
    final String id;
    final String contract;
    private final String idField;
    private final String definition;

    private TestCase(TestLedger ledger, String contract, String idField, String definition) {
        this.ledger = ledger;
        this.id = ledger.id();
        this.contract = contract;
        this.idField = idField;
        this.definition = definition;
    }

    /** A founded ledger on which definition and calendar are active. */
    static TestLedger ready() {
        return ready(new TestLedger());
    }

    static TestLedger ready(TestLedger empty) {
        var ledger = Founding.found(empty);
        activate(ledger, "calendars", calendar());
        activate(ledger, "procedures", definition(1));
        return ledger;
    }

    static void activate(TestLedger ledger, String contract, ObjectNode content) {
        var pin = ledger.submit(AT, contract + ":propose", argument -> argument.set("content", content));
        for (var authority : new String[] {BG, DE}) {
            ledger.submit(authority, contract + ":approve", argument -> argument.put(
                            "id", pin.get("id").asText())
                    .put("hash", pin.get("hash").asText()));
        }
    }

    static ObjectNode definition(int version) {
        var yaml = resource("test-transfer.yaml").replace("test-transfer@1", "test-transfer@" + version);
        return DefinitionReader.readYaml("test-transfer.yaml", yaml).content();
    }

    static ObjectNode calendar() {
        return (ObjectNode) CanonicalJson.read(resource("test-days.json").getBytes(StandardCharsets.UTF_8));
    }

    /** A case that is not opened yet. */
    static TestCase unopened(TestLedger ledger) {
        return unopened(ledger, DEFINITION);
    }

    static TestCase unopened(TestLedger ledger, String definition) {
        return new TestCase(ledger, "cases", "case", definition);
    }

    static TestCase unopenedRequest(TestLedger ledger) {
        return unopenedRequest(ledger, DEFINITION);
    }

    static TestCase unopenedRequest(TestLedger ledger, String definition) {
        return new TestCase(ledger, "requests", "request", definition);
    }

    /** A case that Austria opened towards Bulgaria. */
    static TestCase opened(TestLedger ledger) {
        return unopened(ledger).open();
    }

    /** The same, accepted. */
    static TestCase accepted(TestLedger ledger) {
        return opened(ledger).record(BG, "accept", "requested", "2026-01-20");
    }

    TestCase open() {
        ledger.submit(AT, contract + ":open", this::opening);
        return this;
    }

    void opening(ObjectNode argument) {
        opening(request(), "requesting", "requested").accept(argument);
    }

    /** Opens with a step; Austria holds the one role, Bulgaria the other. */
    Consumer<ObjectNode> opening(ObjectNode step, String austrian, String bulgarian) {
        return argument -> {
            argument.put(idField, id).put("definition", definition);
            var roles = argument.putObject("roles");
            roles.putArray(austrian).add(AT);
            roles.putArray(bulgarian).add(BG);
            argument.set("step", step);
        };
    }

    ObjectNode request() {
        var step = step("request", "requesting", "2026-01-05");
        step.withObject("attributes").put("basis", "eurodac");
        return step;
    }

    ObjectNode step(String code, String role, String date) {
        var step = TestLedger.object();
        step.put("command", ledger.id()).put("step", code).put("role", role).put("occurredOn", date);
        step.putObject("attributes");
        return step;
    }

    ObjectNode step(String code, String role, String date, Map<String, String> attributes) {
        var step = step(code, role, date);
        attributes.forEach(step.withObject("attributes")::put);
        return step;
    }

    TestCase record(String authority, String code, String role, String date) {
        record(authority, step(code, role, date));
        return this;
    }

    /** Records a step and gives its command id. */
    String record(String authority, ObjectNode step) {
        ledger.submit(authority, contract + ":record", list(step));
        return step.get("command").asText();
    }

    String refusedRecord(String authority, ObjectNode step) {
        return ledger.refuse(authority, contract + ":record", list(step));
    }

    Consumer<ObjectNode> list(ObjectNode step) {
        return argument ->
                argument.putArray("steps").addObject().put(idField, id).set("step", step);
    }

    Consumer<ObjectNode> one(ObjectNode step) {
        return argument -> argument.put(idField, id).set("step", step);
    }

    /** An argument with the case's id and a fresh command. */
    Consumer<ObjectNode> command(Consumer<ObjectNode> rest) {
        return argument -> rest.accept(argument.put(idField, id).put("command", ledger.id()));
    }

    Consumer<ObjectNode> itself() {
        return argument -> argument.put(idField, id);
    }

    String headerKey() {
        return idField + "/" + id;
    }

    ObjectNode header() {
        return (ObjectNode) ledger.json(headerKey());
    }

    private static String resource(String name) {
        try (var in = TestCase.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
