// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.caseledger.cli.Json;

/** Caseworkers at work: each step by the authority whose step it is, under a file number of its own. */
final class Casework {
    private final Stage stage;
    private final Journal journal;

    Casework(Stage stage) {
        this.stage = stage;
        this.journal = stage.journal();
    }

    void open(Act.Open act) {
        PlayedCase play = stage.play();
        ObjectNode body = opening(play, play.file(act.by()));
        Exchange call = Await.written(stage.caseworker(act.by()), "/cases", body);
        recorded(call, act.step());
        stage.learn("handle of " + act.by(), call.answer().path("handle"));
    }

    /** What opens the case, under a file number of the authority that does. */
    static ObjectNode opening(PlayedCase play, String fileNumber) {
        ObjectNode body =
                Json.mapper().createObjectNode().put("fileNumber", fileNumber).put("definition", play.definition());
        body.set("roles", Json.mapper().valueToTree(play.opening().roles()));
        body.set("step", play.opening().step().body());
        return body;
    }

    void bind(Act.Bind act) {
        ObjectNode body =
                Json.mapper().createObjectNode().put("role", act.role()).put("authority", act.authority());
        Exchange call =
                Await.written(stage.caseworker(act.by()), "/cases/" + stage.handle(act.by()) + "/parties", body);
        Evidence evidence = journal.exchange("party", call);
        stage.entered();
        journal.statement(
                "bound",
                evidence,
                evidence.at(Map.of("state", "/state"))
                        .put("by", act.by())
                        .put("role", act.role())
                        .put("authority", act.authority()),
                Json.mapper().createObjectNode().put("state", "committed"));
    }

    /** The link reaches the other authority by itself; its desk attaches its own file number. */
    void claim(Act.Claim act) {
        ApiClient desk = stage.caseworker(act.by());
        Exchange links = Await.until(
                () -> desk.get("/links/unclaimed"),
                answer -> answer.answer().path("items").size() == 1);
        Evidence arrived = journal.exchange("link-arrived", links);
        ObjectNode found = arrived.at(Map.of("from", "/items/0/from", "senderFileNumber", "/items/0/senderFileNumber"));
        journal.statement(
                "link-arrived",
                arrived,
                found.put("authority", act.by()),
                Json.mapper().createObjectNode().put("from", act.from()));
        stage.learn("handle of " + act.by(), links.answer().at("/items/0/handle"));
        attach(act.by(), desk);
    }

    private void attach(String authority, ApiClient desk) {
        String file = stage.play().file(authority);
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("handle", stage.handle(authority))
                .put("fileNumber", file);
        Evidence claimed = journal.exchange("link-claimed", Await.written(desk, "/links/claims", body));
        journal.statement(
                "link-claimed",
                claimed,
                claimed.at(Map.of("fileNumber", "/fileNumber")).put("authority", authority),
                Json.mapper().createObjectNode().put("fileNumber", file));
    }

    void enter(Act.Enter act) {
        ObjectNode body = act.step().body();
        if (act.annuls() != null) {
            body.put("annuls", Integer.parseInt(stage.recall("entry of " + act.annuls())));
        }
        Exchange call = Await.written(stage.caseworker(act.by()), "/cases/" + stage.handle(act.by()) + "/steps", body);
        recorded(call, act.step());
        if (act.id() != null) {
            stage.learn("entry of " + act.id(), call.answer().path("entry"));
        }
    }

    void refused(Act.Refused act) {
        Exchange call = Await.written(
                stage.caseworker(act.by()),
                "/cases/" + stage.handle(act.by()) + "/steps",
                act.step().body());
        Evidence evidence = journal.exchange("refused", call);
        ObjectNode found = evidence.at(Map.of("code", "/code", "title", "/title", "todo", "/todo"))
                .put("authority", act.by())
                .put("step", act.step().step());
        journal.statement(
                act.say(), evidence, found, Json.mapper().createObjectNode().put("code", act.code()));
    }

    void work(Act.Work act) {
        Exchange work = Await.until(
                () -> stage.caseworker(act.by()).get("/worklist?asOf=" + stage.day(act.asOf())),
                answer -> !due(answer.answer(), act).isMissingNode());
        Evidence evidence = journal.exchange("worklist", work);
        JsonNode item = due(work.answer(), act);
        ObjectNode found = evidence.at(Map.of("asOf", "/asOf")).put("authority", act.by());
        for (String field : new String[] {"handle", "fileNumber", "daysLeft"}) {
            found.set(field, item.path(field));
        }
        for (String field : new String[] {"limit", "end", "rule"}) {
            found.set(field, item.path("due").path(field));
        }
        ObjectNode expected = act.is().deepCopy();
        journal.statement(
                "worklist", evidence, found, expected.put("limit", act.limit()).put("handle", stage.handle(act.by())));
    }

    private JsonNode due(JsonNode answer, Act.Work act) {
        for (JsonNode item : answer.path("items")) {
            if (item.at("/due/limit").asText().equals(act.limit())
                    && item.path("handle").asText().equals(stage.handle(act.by()))) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    private void recorded(Exchange call, Step step) {
        Evidence evidence = journal.exchange("step", call);
        stage.entered();
        ObjectNode found = evidence.at(Map.of("state", "/state", "entry", "/entry", "code", "/code"))
                .put("status", call.status())
                .put("authority", call.authority())
                .put("step", step.step())
                .put("occurredOn", step.date());
        journal.statement(
                "recorded",
                evidence,
                found,
                Json.mapper().createObjectNode().put("state", "committed").put("status", 201));
    }
}
