// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;
import static org.caseledger.chaincode.TestLedger.FR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

    private final TestLedger ledger = TestCase.ready();

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_is_reached_by_a_transaction(Refusal refusal) {
        assertThat(provoke(refusal)).startsWith("REFUSED " + refusal.name() + " {");
    }

    @Test
    void every_refusal_is_documented() throws Exception {
        var page = Files.readString(Path.of("..", "docs", "refusals.md"), StandardCharsets.UTF_8);
        for (var refusal : Refusal.values()) {
            assertThat(page).contains("| `" + refusal.name() + "` |");
            assertThat(refusal.sentence()).endsWith(".");
        }
    }

    /** Exhaustive by the compiler: a new code without a transaction that reaches it does not compile. */
    private String provoke(Refusal refusal) {
        return switch (refusal) {
            case FUNCTION_UNKNOWN -> ledger.refuse(AT, "cases:erase", argument -> {});
            case ARGUMENT_MALFORMED -> ledger.refuse(AT, "cases:read", argument -> argument.put("case", "1"));
            case ARGUMENT_NOT_CANONICAL -> raw(TestIdentity.client(AT), "procedures:list", "{\"v\": 1}");
            case STATE_UNREADABLE -> unreadableState();
            case SIGNER_NOT_A_CLIENT -> raw(TestIdentity.of(AT, "OU=peer,CN=peer"), "tombstones:publish", batch());
            case NOT_FOUNDED -> unfounded();
            case NOT_A_PARTICIPANT -> ledger.refuse("EU-SUPERVISOR", "calendars:propose", content(TestCase.calendar()));
            case ALREADY_FOUNDED -> ledger.refuse(AT, "participants:propose", Founding::members);
            case NOT_PROPOSED -> ledger.refuse(AT, "procedures:read", argument -> argument.put("id", "nothing@1"));
            case ALREADY_PROPOSED -> ledger.refuse(AT, "calendars:propose", content(TestCase.calendar()));
            case HASH_DIFFERS -> approve(proposed(2), AT, "0".repeat(64));
            case ALREADY_APPROVED -> approve(proposed(2), AT, TestCase.definition(2));
            case ALREADY_ACTIVE -> approve("test-transfer@1", FR, TestCase.definition(1));
            case DEFINITION_FAULTY ->
                ledger.refuse(AT, "procedures:propose", content(without(TestCase.definition(3), "ends")));
            case CHANNEL_COMMON -> ledger.refuse(AT, "procedures:propose", content(needToKnow()));
            case CALENDAR_FAULTY ->
                ledger.refuse(AT, "calendars:propose", content(without(TestCase.calendar(), "roll")));
            case DEFINITION_NOT_ACTIVE -> notActive();
            case CALENDAR_NOT_ACTIVE -> calendarNotActive();
            case CASE_EXISTS -> ledger.refuse(AT, "cases:open", TestCase.opened(ledger)::opening);
            case CASE_UNKNOWN -> ledger.refuse(AT, "cases:read", argument -> argument.put("case", ledger.id()));
            case CASE_TWICE -> caseTwice();
            case CASE_SEALED -> sealedCase();
            case CASE_NOT_ENDED -> onCase("cases:seal", AT, argument -> {});
            case CASE_FULL -> fullCase();
            case HEADER_TOO_LARGE -> grownCase();
            case REPLAY_TOO_LONG -> longReplay();
            case COMMAND_USED -> usedCommand();
            case ROLE_UNKNOWN -> onCase("cases:addParty", AT, party("judging", DE));
            case ROLE_NOT_HELD -> refused(DE, "decide", "requesting");
            case NOT_THE_OPENER -> onCase("cases:addParty", BG, party("observing", DE));
            case ROLE_TAKEN -> onCase("cases:addParty", AT, party("requested", DE));
            case PARTY_ALREADY_BOUND -> onCase("cases:addParty", AT, party("requested", BG));
            case DATE_IN_THE_FUTURE -> future();
            case STEP_UNKNOWN -> refused(AT, "visited", "requesting");
            case ROLE_DOES_NOT_OWN_STEP -> refused(BG, "decide", "requested");
            case NOT_ENABLED -> refused(AT, "transferred", "requesting");
            case BARRED -> barred();
            case IRREGULARITY_NEEDED -> refused(AT, "decide", "requesting");
            case ATTRIBUTE_UNKNOWN -> attribute("colour", "red");
            case ATTRIBUTE_MISSING -> refused(AT, "told", "requesting");
            case ATTRIBUTE_VALUE -> attribute("reason", "tired");
            case ROUND_UNKNOWN -> withField("ruled", step -> step.put("round", 7));
            case REFERENCE_UNKNOWN -> withField("absence", step -> step.put("contests", ledger.id()));
            case NOT_THE_OPENING_STEP -> openingWith("absence");
            case LIMIT_NOT_LAPSED ->
                onCase("cases:lapse", AT, argument -> argument.put("limit", "transfer")
                        .put("round", 1)
                        .put("end", "2026-07-20"));
            case NOT_YOUR_ENTRY -> correctionOfAnother();
            case ALREADY_SUPERSEDED -> correctionOfTheCorrected();
            case NOT_A_SUCCESSOR ->
                onCase("cases:adopt", AT, argument -> argument.put("definition", "test-transfer@1"));
            case BATCH_EXISTS -> batchTwice();
            case BATCH_UNKNOWN -> ledger.refuse(AT, "tombstones:read", argument -> argument.put("batch", ledger.id()));
        };
    }

    private String raw(byte[] creator, String function, String argument) {
        return TestLedger.refused(ledger.execute(creator, function, argument.getBytes(StandardCharsets.UTF_8)));
    }

    private String batch() {
        var argument = TestLedger.object();
        TombstonesTest.batch(argument, ledger.id(), TombstonesTest.values(32));
        return new String(CanonicalJson.write(argument), StandardCharsets.UTF_8);
    }

    private String unreadableState() {
        var testCase = TestCase.opened(ledger);
        ledger.state.put(testCase.headerKey(), "{}".getBytes(StandardCharsets.UTF_8));
        return ledger.refuse(AT, "cases:read", testCase.itself());
    }

    private static ObjectNode needToKnow() {
        ObjectNode definition = TestCase.definition(3).deepCopy();
        return definition.put("channel", "need-to-know");
    }

    private static String unfounded() {
        var empty = new TestLedger();
        return empty.refuse(AT, "calendars:propose", content(TestCase.calendar()));
    }

    private String proposed(int version) {
        return ledger.submit(AT, "procedures:propose", content(TestCase.definition(version)))
                .get("id")
                .asText();
    }

    private String approve(String id, String authority, ObjectNode content) {
        return approve(id, authority, CanonicalJson.hash(content));
    }

    private String approve(String id, String authority, String hash) {
        return ledger.refuse(authority, "procedures:approve", argument -> argument.put("id", id)
                .put("hash", hash));
    }

    private static Consumer<ObjectNode> content(ObjectNode content) {
        return argument -> argument.set("content", content);
    }

    private static ObjectNode without(ObjectNode content, String field) {
        content.remove(field);
        return content;
    }

    private String notActive() {
        var id = proposed(2);
        return ledger.refuse(AT, "cases:open", argument -> {
            TestCase.unopened(ledger).opening(argument);
            argument.put("definition", id);
        });
    }

    private String calendarNotActive() {
        var definition = TestCase.definition(2).put("calendar", "other-days@1");
        TestCase.activate(ledger, "procedures", definition);
        return ledger.refuse(AT, "cases:open", argument -> {
            TestCase.unopened(ledger).opening(argument);
            argument.put("definition", "test-transfer@2");
        });
    }

    private String caseTwice() {
        var testCase = TestCase.opened(ledger);
        return ledger.refuse(BG, "cases:record", argument -> {
            var steps = argument.putArray("steps");
            for (var date : new String[] {"2026-01-20", "2026-01-21"}) {
                steps.addObject().put("case", testCase.id).set("step", testCase.step("accept", "requested", date));
            }
        });
    }

    private String sealedCase() {
        var testCase = TestCase.accepted(ledger);
        testCase.record(AT, "transferred", "requesting", "2026-02-10");
        ledger.submit(AT, "cases:seal", testCase.command(argument -> {}));
        return testCase.refusedRecord(AT, testCase.step("absence", "requesting", "2026-02-11"));
    }

    private String fullCase() {
        var testCase = TestCase.opened(ledger);
        for (var i = 1; i < 1000; i++) {
            testCase.record(AT, "absence", "requesting", "2026-01-06");
        }
        return testCase.refusedRecord(AT, testCase.step("absence", "requesting", "2026-01-07"));
    }

    private String grownCase() {
        var testCase = TestCase.opened(ledger);
        while (true) {
            var result = ledger.execute(
                    AT, "cases:record", testCase.list(testCase.step("remedy-filed", "requesting", "2026-01-06")));
            if (!result.succeeded()) {
                return TestLedger.refused(result);
            }
        }
    }

    private String longReplay() {
        var cases = new TestCase[3];
        for (var n = 0; n < cases.length; n++) {
            cases[n] = TestCase.opened(ledger);
            for (var i = 0; i < 700; i++) {
                cases[n].record(AT, "absence", "requesting", "2026-02-06");
            }
        }
        return ledger.refuse(AT, "cases:record", argument -> {
            var steps = argument.putArray("steps");
            for (var testCase : cases) {
                steps.addObject()
                        .put("case", testCase.id)
                        .set("step", testCase.step("absence", "requesting", "2026-01-06"));
            }
        });
    }

    private String usedCommand() {
        var testCase = TestCase.opened(ledger);
        var other = TestCase.opened(ledger);
        var step = testCase.step("accept", "requested", "2026-01-20");
        testCase.record(BG, step);
        return other.refusedRecord(BG, step);
    }

    private String onCase(String function, String authority, Consumer<ObjectNode> fields) {
        return ledger.refuse(authority, function, TestCase.opened(ledger).command(fields));
    }

    private static Consumer<ObjectNode> party(String role, String authority) {
        return argument -> argument.put("role", role).put("authority", authority);
    }

    private String refused(String authority, String step, String role) {
        var testCase = TestCase.opened(ledger);
        return testCase.refusedRecord(authority, testCase.step(step, role, "2026-01-20"));
    }

    private String future() {
        var testCase = TestCase.opened(ledger);
        return testCase.refusedRecord(AT, testCase.step("absence", "requesting", "2026-03-03"));
    }

    private String barred() {
        var testCase = TestCase.accepted(ledger);
        testCase.record(AT, "remedy-filed", "requesting", "2026-01-25");
        return testCase.refusedRecord(AT, testCase.step("transferred", "requesting", "2026-02-01"));
    }

    private String attribute(String name, String value) {
        return withField(
                "told",
                step -> step.withObject("attributes").put("reason", "prison").put(name, value));
    }

    private String withField(String code, Consumer<ObjectNode> change) {
        var testCase = TestCase.accepted(ledger);
        var step = testCase.step(code, "requesting", "2026-02-01");
        change.accept(step);
        return testCase.refusedRecord(AT, step);
    }

    private String openingWith(String code) {
        var testCase = TestCase.unopened(ledger);
        return ledger.refuse(AT, "cases:open", argument -> {
            testCase.opening(argument);
            argument.set("step", testCase.step(code, "requesting", "2026-01-05"));
        });
    }

    private String correctionOfAnother() {
        var testCase = TestCase.opened(ledger);
        var wrong = testCase.header().get("last").asText();
        return ledger.refuse(
                BG,
                "cases:correct",
                testCase.one(testCase.step("accept", "requested", "2026-01-20")
                        .put("supersedes", wrong)
                        .put("reason", "wrong-date")));
    }

    private String correctionOfTheCorrected() {
        var testCase = TestCase.opened(ledger);
        var wrong = testCase.record(BG, testCase.step("accept", "requested", "2026-01-20"));
        for (var date = 21; ; date++) {
            var right = testCase.step("accept", "requested", "2026-01-" + date)
                    .put("supersedes", wrong)
                    .put("reason", "wrong-date");
            var result = ledger.execute(BG, "cases:correct", testCase.one(right));
            if (!result.succeeded()) {
                assertThat(date).isEqualTo(22);
                return TestLedger.refused(result);
            }
        }
    }

    private String batchTwice() {
        var batch = ledger.id();
        Consumer<ObjectNode> argument = fields -> TombstonesTest.batch(fields, batch, TombstonesTest.values(32));
        ledger.submit(AT, "tombstones:publish", argument);
        return ledger.refuse(BG, "tombstones:publish", argument);
    }
}
