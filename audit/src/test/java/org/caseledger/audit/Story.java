// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.caseledger.procedure.library.Library;
import org.hyperledger.fabric.client.Contract;

/** What happens on the audited ledger: the founding, the case of C-201/16 entered late, an erasure, a lost race. */
final class Story {

    private static final String AT = "AT-DUBLIN";
    private static final String BG = "BG-DUBLIN";

    private final TestLedger ledger;
    final String caseId;

    private Story(TestLedger ledger) {
        this.ledger = ledger;
        this.caseId = ledger.id();
    }

    static Story tell(TestLedger ledger) throws Exception {
        var story = another(ledger).prepare();
        story.playCase();
        story.playErasure();
        story.race();
        return story;
    }

    /** A story about a case of its own. */
    static Story another(TestLedger ledger) {
        return new Story(ledger);
    }

    /** Founds the consortium and activates what ships. */
    Story prepare() {
        found();
        activate();
        return this;
    }

    private void found() {
        var hash = ledger.submit(AT, "participants:propose", Story::members)
                .get("hash")
                .asText();
        for (var authority : TestLedger.ENDORSING.subList(1, 4)) {
            ledger.submit(authority, "participants:approve", argument -> argument.put("hash", hash));
        }
    }

    private static void members(ObjectNode argument) {
        var members = argument.putArray("members");
        for (var authority : TestLedger.ENDORSING) {
            members.addObject().put("authority", authority).put("country", authority.substring(0, 2));
        }
    }

    private void activate() {
        var library = Library.shipped().of(List.of("dublin3-take-back@1", "gdpr-erasure@1"));
        library.calendars().forEach(calendar -> activate("calendars", calendar.content()));
        library.definitions().forEach(definition -> activate("procedures", definition.content()));
    }

    private void activate(String contract, ObjectNode content) {
        var pin = ledger.submit(AT, contract + ":propose", argument -> argument.set("content", content));
        for (var authority : TestLedger.ENDORSING.subList(1, 3)) {
            ledger.submit(authority, contract + ":approve", argument -> argument.put(
                            "id", pin.get("id").asText())
                    .put("hash", pin.get("hash").asText()));
        }
    }

    Story open() {
        ledger.submit(AT, "cases:open", argument -> {
            argument.put("case", caseId).put("definition", "dublin3-take-back@1");
            argument.putObject("roles").putArray("requesting").add(AT);
            argument.withObject("roles").putArray("requested").add(BG);
            argument.set("step", step("lodged", "requesting", "2015-03-07", Map.of()));
        });
        return this;
    }

    private void playCase() {
        open();
        record(AT, step("request", "requesting", "2015-03-09", Map.of("basis", "eurodac")));
        record(BG, step("accept", "requested", "2015-03-23", Map.of()));
        record(BG, step("earlier-application", "requested", "2015-02-19", Map.of()));
        record(AT, step("decide", "requesting", "2015-07-02", Map.of()));
        record(AT, step("plea-of-expiry", "requesting", "2015-09-23", Map.of()));
    }

    private void playErasure() {
        var request = ledger.id();
        ledger.submit(AT, "requests:open", argument -> {
            argument.put("request", request).put("definition", "gdpr-erasure@1");
            argument.putObject("roles").putArray("receiving").add(AT);
            argument.withObject("roles").putArray("controller").add(AT).add(BG);
            argument.set("step", step("received", "receiving", "2026-01-05", Map.of()));
        });
        for (var controller : new String[] {AT, BG}) {
            var decided = step("decided", "controller", "2026-01-06", Map.of("outcome", "destroyed", "ground", "none"));
            ledger.submit(controller, "requests:record", argument -> argument.putArray("steps")
                    .addObject()
                    .put("request", request)
                    .set("step", decided));
        }
        ledger.submit(AT, "tombstones:publish", argument -> {
            var values = argument.put("batch", ledger.id()).putArray("values");
            for (var i = 0; i < 32; i++) {
                values.add("%032x".formatted(i));
            }
        });
    }

    /** Two transactions that read the same header: the later one is on the ledger, and not valid. */
    private void race() throws Exception {
        Contract contract = ledger.contract(AT);
        var one = contract.newProposal("cases:record")
                .addArguments(late("2015-10-01"))
                .build()
                .endorse();
        var other = contract.newProposal("cases:record")
                .addArguments(late("2015-10-02"))
                .build()
                .endorse();
        one.submit();
        if (other.submitAsync().getStatus().isSuccessful()) {
            throw new AssertionError("both transactions read the same header and are valid");
        }
    }

    private String late(String date) {
        return TestLedger.argument(list(step("plea-of-expiry", "requesting", date, Map.of())));
    }

    void record(String authority, ObjectNode step) {
        ledger.submit(authority, "cases:record", list(step));
    }

    private Consumer<ObjectNode> list(ObjectNode step) {
        return argument ->
                argument.putArray("steps").addObject().put("case", caseId).set("step", step);
    }

    ObjectNode step(String code, String role, String date, Map<String, String> attributes) {
        var step = TestLedger.object()
                .put("command", ledger.id())
                .put("step", code)
                .put("role", role);
        step.put("occurredOn", date);
        var object = step.putObject("attributes");
        new TreeMap<>(attributes).forEach(object::put);
        return step;
    }
}
