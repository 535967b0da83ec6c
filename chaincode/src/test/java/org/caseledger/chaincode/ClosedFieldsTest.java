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
import org.junit.jupiter.api.Test;
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

    @Test
    void a_text_as_the_name_of_a_role_or_an_attribute_is_refused_and_not_repeated() {
        var testCase = TestCase.unopened(ledger);
        for (var text : TEXTS) {
            var role = ledger.refuse(AT, "cases:open", argument -> {
                testCase.opening(argument);
                argument.withObject("roles").putArray(text).add(DE);
            });
            var attribute = ledger.refuse(AT, "cases:open", argument -> {
                testCase.opening(argument);
                argument.withObject("step").withObject("attributes").put(text, "eurodac");
            });
            assertThat(role).startsWith("REFUSED ").doesNotContain("\"" + text + "\"");
            assertThat(attribute).startsWith("REFUSED ").doesNotContain("\"" + text + "\"");
        }
    }

    private void refuseEverywhere(String name, ObjectNode good) {
        var function = name.split(" ", 2)[0];
        assertThat(ledger.copy()
                        .execute(AT, function, argument -> argument.setAll(good))
                        .succeeded())
                .as("the argument is good before it is spoilt")
                .isTrue();
        var places = places(good, "");
        assertThat(places).isNotEmpty();
        for (var place : places) {
            for (var text : TEXTS) {
                var bad = good.deepCopy();
                replace(bad, place, text);
                var result = ledger.execute(AT, function, argument -> argument.setAll(bad));
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

    private void refuseOtherFields(String name, ObjectNode good) {
        var function = name.split(" ", 2)[0];
        var more = good.deepCopy().put("comment", "TEST-000123");
        assertThat(ledger.refuse(AT, function, argument -> argument.setAll(more)))
                .isEqualTo("REFUSED ARGUMENT_MALFORMED {}");
        good.fieldNames().forEachRemaining(field -> {
            var less = good.deepCopy();
            less.remove(field);
            var result = ledger.execute(TestIdentity.client(AT), function, CanonicalJson.write(less));
            assertThat(TestLedger.refused(result))
                    .startsWith("REFUSED ARGUMENT_MALFORMED")
                    .contains(field);
        });
        var text = new String(CanonicalJson.write(good), StandardCharsets.UTF_8);
        var doubled = text.substring(0, text.length() - 1) + ",\"v\":1}";
        var result = ledger.execute(TestIdentity.client(AT), function, doubled.getBytes(StandardCharsets.UTF_8));
        assertThat(TestLedger.refused(result)).startsWith("REFUSED ARGUMENT_MALFORMED");
    }

    /** Good arguments of every writing function; together they fill in every optional field. */
    private Map<String, ObjectNode> arguments() {
        var arguments = new TreeMap<String, ObjectNode>();
        var fresh = TestCase.unopened(ledger);
        var opened = TestCase.accepted(ledger);
        var request = TestCase.unopenedRequest(ledger);
        var openedRequest = TestCase.unopenedRequest(ledger).open();
        arguments.put("cases:open", filled(fresh::opening));
        arguments.put("requests:open", filled(request::opening));
        steps(opened).forEach((name, step) -> arguments.put("cases:record " + name, filled(opened.list(step))));
        arguments.put("requests:record", filled(openedRequest.list(told(openedRequest))));
        arguments.put("cases:correct", filled(opened.one(correction(opened))));
        arguments.put("cases:addParty", filled(opened.command(ClosedFieldsTest::party)));
        arguments.put("requests:addParty", filled(openedRequest.command(ClosedFieldsTest::party)));
        var ended = TestCase.accepted(ledger).record(AT, "transferred", "requesting", "2026-02-10");
        arguments.put("cases:seal", filled(ended.command(a -> {})));
        var lapsed = overdue();
        arguments.put("cases:lapse", filled(lapsed.command(a -> a.put("limit", "transfer")
                .put("round", 1)
                .put("end", "2025-07-20"))));
        TestCase.activate(ledger, "procedures", TestCase.definition(2));
        arguments.put("cases:adopt", filled(opened.command(a -> a.put("definition", "test-transfer@2"))));
        arguments.put(
                "tombstones:publish", filled(a -> TombstonesTest.batch(a, ledger.id(), TombstonesTest.values(32))));
        var proposed = TestCase.definition(3);
        ledger.submit(BG, "procedures:propose", a -> a.set("content", proposed));
        arguments.put("procedures:approve", filled(a -> a.put("id", "test-transfer@3")
                .put("hash", CanonicalJson.hash(proposed))));
        return arguments;
    }

    private Map<String, ObjectNode> steps(TestCase testCase) {
        var steps = new TreeMap<String, ObjectNode>();
        steps.put("told", told(testCase));
        var first = testCase.header().get("last").asText();
        steps.put(
                "absence",
                testCase.step("absence", "requesting", "2026-02-01")
                        .put("until", "2026-02-02")
                        .put("contests", first));
        steps.put(
                "decide", testCase.step("decide", "requesting", "2026-01-15").put("irregularity", "before-acceptance"));
        return steps;
    }

    private static ObjectNode told(TestCase testCase) {
        var attributes = Map.of("reason", "prison", "new-end", "2026-12-01", "span", "P3M", "proof", "0".repeat(64));
        return testCase.step("told", "requesting", "2026-02-01", attributes)
                .put("occurredAt", "2026-02-01T10:00:00+01:00")
                .put("ordinal", 1);
    }

    private ObjectNode correction(TestCase testCase) {
        var wrong = testCase.record(AT, testCase.step("absence", "requesting", "2026-02-03"));
        return testCase.step("absence", "requesting", "2026-02-04")
                .put("supersedes", wrong)
                .put("reason", "wrong-date");
    }

    private TestCase overdue() {
        var step = TestCase.unopened(ledger);
        var request = step.request().put("occurredOn", "2025-01-05");
        ledger.submit(AT, "cases:open", step.opening(request, "requesting", "requested"));
        return step.record(BG, "accept", "requested", "2025-01-20");
    }

    private static void party(ObjectNode argument) {
        argument.put("role", "observing").put("authority", DE);
    }

    private static ObjectNode filled(Consumer<ObjectNode> fields) {
        var argument = TestLedger.object();
        fields.accept(argument);
        return argument;
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
