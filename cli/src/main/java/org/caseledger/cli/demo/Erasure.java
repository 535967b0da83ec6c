// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.caseledger.cli.Json;

/** The person asks for erasure; each authority that holds a link decides for itself. */
final class Erasure {
    private final Stage stage;
    private final Journal journal;

    Erasure(Stage stage) {
        this.stage = stage;
        this.journal = stage.journal();
    }

    void ask(Act.Ask act) {
        String received = stage.day(act.received());
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("fileNumber", stage.play().file(act.by()))
                .put("right", "erasure")
                .put("receivedOn", received);
        Exchange call = Await.written(stage.dataProtection(act.by()), "/requests", body);
        Evidence opened = journal.exchange("request", call);
        ObjectNode found = opened.at(Map.of("receivedOn", "/receivedOn", "controllers", "/controllers"))
                .put("authority", act.by());
        ObjectNode expected = Json.mapper().createObjectNode().put("receivedOn", received);
        act.controllers().forEach(expected.putArray("controllers")::add);
        journal.statement("requested", opened, found, expected);
        stage.learn("request " + act.id(), call.answer().path("request"));
    }

    void retention(Act.Retention act) {
        Evidence read = journal.exchange("request", await(act.by(), act.request()));
        ObjectNode found = read.at(Map.of(
                        "until", "/retention/until",
                        "period", "/retention/period",
                        "source", "/retention/source",
                        "confirmed", "/retention/confirmed"))
                .put("authority", act.by());
        journal.statement("retention", read, found, act.is());
    }

    void decide(Act.Decide act) {
        await(act.by(), act.request());
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("decision", act.decision())
                .put("decidedOn", stage.day(act.date()));
        if (act.ground() != null) {
            body.put("ground", act.ground()).put("until", act.until());
        }
        Exchange call = Await.written(stage.dataProtection(act.by()), path(act.request()) + "/decision", body);
        Evidence decided = journal.exchange("decision", call);
        if (act.code() == null) {
            decided(act, decided);
        } else {
            journal.statement(
                    "retention-runs",
                    decided,
                    decided.at(Map.of("code", "/code", "title", "/title")).put("authority", act.by()),
                    Json.mapper().createObjectNode().put("code", act.code()));
        }
    }

    private void decided(Act.Decide act, Evidence decided) {
        JsonNode own = decided.item("/decisions", "/authority", act.by());
        ObjectNode found = Json.mapper().createObjectNode().put("authority", act.by());
        for (String field : new String[] {"decision", "ground", "until", "decidedOn"}) {
            found.set(field, own.path(field));
        }
        journal.statement(
                "decided-" + act.decision(),
                decided,
                found,
                Json.mapper().createObjectNode().put("decision", act.decision()).put("authority", act.by()));
    }

    void destroyed(Act.Destroyed act) {
        ApiClient desk = stage.dataProtection(act.by());
        String path = path(act.request());
        Exchange confirmed = Await.until(
                () -> desk.get(path + "?asOf=" + stage.today()),
                answer -> answer.answer().path("stage").asText().equals("confirmed"));
        Evidence read = journal.exchange("request", confirmed);
        ObjectNode expected = Json.mapper().createObjectNode().put("stage", "confirmed");
        expected.putArray("cases");
        journal.statement(
                "destroyed",
                read,
                read.at(Map.of("stage", "/stage", "cases", "/cases")).put("authority", act.by()),
                expected);
        receipt(act.by(), desk, path);
        Evidence closed =
                journal.exchange("closure", Await.written(desk, path + "/closure", MissingNode.getInstance()));
        journal.statement(
                "closed",
                closed,
                closed.at(Map.of("stage", "/stage")).put("authority", act.by()),
                Json.mapper().createObjectNode().put("stage", "closed"));
    }

    private void receipt(String authority, ApiClient desk, String path) {
        Evidence receipt = journal.exchange("receipt", desk.get(path + "/receipt"));
        ObjectNode found = receipt.at(
                        Map.of("tombstonesBlock", "/positions/0/block", "confirmationBlock", "/positions/1/block"))
                .put("positions", receipt.answer().path("positions").size())
                .put("authority", authority);
        journal.statement(
                "receipt", receipt, found, Json.mapper().createObjectNode().put("positions", 2));
    }

    void find(Act.Find act) {
        ApiClient desk = stage.caseworker(act.by());
        Evidence search = journal.exchange(
                "search",
                desk.post(
                        "/cases/search",
                        Json.mapper()
                                .createObjectNode()
                                .put("fileNumber", stage.play().file(act.by()))));
        String suffix = act.cases() == 0 ? "unknown" : "known";
        journal.statement(
                suffix + "-by-file-number",
                search,
                Json.mapper()
                        .createObjectNode()
                        .put("count", search.answer().path("items").size())
                        .put("status", search.status())
                        .put("authority", act.by()),
                Json.mapper().createObjectNode().put("count", act.cases()).put("status", 200));
        Evidence read = journal.exchange("case", desk.get("/cases/" + stage.handle(act.by())));
        journal.statement(
                suffix + "-by-handle",
                read,
                read.at(Map.of("code", "/code", "title", "/title"))
                        .put("authority", act.by())
                        .put("status", read.status()),
                Json.mapper().createObjectNode().put("status", act.cases() == 0 ? 404 : 200));
    }

    /** The ledger brings the request to the other authorities a moment later, their privacy service its cases. */
    private Exchange await(String authority, String request) {
        return Await.until(
                () -> stage.dataProtection(authority).get(path(request) + "?asOf=" + stage.today()),
                answer -> !answer.answer().path("cases").isEmpty());
    }

    private String path(String request) {
        return "/requests/" + stage.recall("request " + request);
    }
}
