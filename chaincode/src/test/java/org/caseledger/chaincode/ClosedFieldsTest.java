// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No field of any function takes a text of the caller's own. */
class ClosedFieldsTest {

    /** Marked texts in the shapes that a name, a note, a number or a code of somebody's own could have. */
    private static final List<String> TEXTS = List.of(
            "TEST-000123",
            "test-person-000123",
            "Test Person 000123",
            "TESTPERSON",
            "testperson",
            "XX-TESTPERSON",
            "test-person@1",
            "born 1990-01-01",
            "");

    private final TestLedger ledger = TestCase.ready();

    @TestFactory
    Stream<DynamicTest> a_text_in_any_field_is_refused_and_not_repeated() {
        return arguments().entrySet().stream()
                .map(function -> DynamicTest.dynamicTest(
                        function.getKey(), () -> refuseEverywhere(function.getKey(), function.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> an_unknown_a_missing_and_a_doubled_field_are_refused() {
        return arguments().entrySet().stream()
                .map(function -> DynamicTest.dynamicTest(
                        function.getKey(), () -> refuseOtherFields(function.getKey(), function.getValue())));
    }

    private void refuseEverywhere(String function, ObjectNode good) {
        var places = places(good, "");
        assertThat(places).isNotEmpty();
        for (var place : places) {
            for (var text : TEXTS) {
                var bad = good.deepCopy();
                replace(bad, place, text);
                var result = ledger.execute(signer(function), function, argument -> argument.setAll(bad));
                assertThat(result.succeeded())
                        .as(function + place + " = " + text)
                        .isFalse();
                var message = result.response().getMessage();
                assertThat(message).as(function + place).startsWith("REFUSED ");
                if (!text.isEmpty()) {
                    assertThat(message).doesNotContainIgnoringCase(text);
                }
            }
        }
    }

    private void refuseOtherFields(String function, ObjectNode good) {
        var more = good.deepCopy().put("comment", "TEST-000123");
        assertThat(ledger.refuse(signer(function), function, argument -> argument.setAll(more)))
                .isEqualTo("REFUSED ARGUMENT_MALFORMED {}");
        good.fieldNames().forEachRemaining(name -> {
            var less = good.deepCopy();
            less.remove(name);
            var result = ledger.execute(TestIdentity.client(signer(function)), function, CanonicalJson.write(less));
            assertThat(TestLedger.refused(result))
                    .startsWith("REFUSED ARGUMENT_MALFORMED")
                    .contains(name);
        });
        var text = new String(CanonicalJson.write(good), StandardCharsets.UTF_8);
        var doubled = text.substring(0, text.length() - 1) + ",\"v\":1}";
        var result = ledger.execute(
                TestIdentity.client(signer(function)), function, doubled.getBytes(StandardCharsets.UTF_8));
        assertThat(TestLedger.refused(result)).startsWith("REFUSED ARGUMENT_MALFORMED");
    }

    /** A good argument of every writing function, with every optional field filled in. */
    private Map<String, ObjectNode> arguments() {
        var arguments = new TreeMap<String, ObjectNode>();
        for (var contract : new String[] {"cases", "requests"}) {
            var request = contract.equals("requests");
            var fresh = request ? TestCase.unopenedRequest(ledger) : TestCase.unopened(ledger);
            var open = TestLedger.object();
            fresh.opening(open);
            arguments.put(contract + ":open", open);
            var opened = request ? TestCase.unopenedRequest(ledger).open() : TestCase.opened(ledger);
            arguments.put(contract + ":record", filled(opened.list(full(opened))));
            arguments.put(contract + ":addParty", filled(opened.command(a -> a.put("role", "observing")
                    .put("authority", DE))));
            arguments.put(contract + ":seal", filled(opened.command(a -> {})));
        }
        var opened = TestCase.opened(ledger);
        var right = full(opened)
                .put("supersedes", opened.header().get("last").asText())
                .put("reason", "wrong-date");
        arguments.put("cases:correct", filled(opened.one(right)));
        arguments.put("cases:lapse", filled(opened.command(a -> a.put("limit", "transfer")
                .put("round", 1)
                .put("end", "2026-01-01"))));
        arguments.put("cases:adopt", filled(opened.command(a -> a.put("definition", "test-transfer@2"))));
        arguments.put(
                "tombstones:publish", filled(a -> TombstonesTest.batch(a, ledger.id(), TombstonesTest.values(32))));
        arguments.put(
                "procedures:approve", filled(a -> a.put("id", "test-transfer@1").put("hash", "0".repeat(64))));
        arguments.put("participants:approve", filled(a -> a.put("hash", "0".repeat(64))));
        return arguments;
    }

    private ObjectNode full(TestCase testCase) {
        var step = testCase.step("told", "requesting", "2026-01-20");
        step.withObject("attributes")
                .put("reason", "prison")
                .put("new-end", "2026-12-01")
                .put("span", "P3M")
                .put("proof", "0".repeat(64));
        return step.put("occurredAt", "2026-01-20T10:00:00+01:00")
                .put("ordinal", 1)
                .put("until", "2026-01-21")
                .put("round", 1)
                .put("annuls", ledger.id())
                .put("contests", ledger.id())
                .put("irregularity", "before-acceptance");
    }

    private static ObjectNode filled(Consumer<ObjectNode> fields) {
        var argument = TestLedger.object();
        fields.accept(argument);
        return argument;
    }

    private static String signer(String function) {
        return function.startsWith("participants") ? BG : AT;
    }

    /** Every place of a value, and every name of a field that the caller chooses. */
    private static List<String> places(JsonNode json, String path) {
        var places = new ArrayList<String>();
        if (json instanceof ObjectNode object) {
            object.properties().forEach(field -> places.addAll(places(field.getValue(), path + "/" + field.getKey())));
        } else if (json instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                places.addAll(places(array.get(i), path + "/" + i));
            }
        } else {
            places.add(path);
        }
        return places;
    }

    private static void replace(ObjectNode json, String place, String text) {
        var slash = place.lastIndexOf('/');
        var parent = json.at(place.substring(0, slash));
        var name = place.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), TextNode.valueOf(text));
        } else {
            ((ObjectNode) parent).put(name, text);
        }
    }
}
