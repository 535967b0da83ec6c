// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import static org.caseledger.cli.demo.Timeline.AUSTRIA;
import static org.caseledger.cli.demo.Timeline.BULGARIA;
import static org.caseledger.cli.demo.Timeline.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caseledger.cli.Json;

/** The person asks for erasure: in 2016, when retention runs, and today. Each State decides for itself. */
final class Erasure {
    private static final List<String> CONTROLLERS = List.of(AUSTRIA, BULGARIA);
    private static final LocalDate EARLY = LocalDate.of(2016, 5, 10);
    private static final LocalDate EARLY_DECISION = LocalDate.of(2016, 5, 20);
    /** Ten years from the end of the procedure, by this demo's configuration. */
    private static final String RETENTION_END = "2025-09-24";

    private final Journal journal;
    private final Desks desks;
    private final LocalDate today;

    Erasure(Journal journal, Desks desks, LocalDate today) {
        this.journal = journal;
        this.desks = desks;
        this.today = today;
    }

    /** Asked too early: destroying is refused, each State retains with ground and date. */
    void refuse() {
        journal.chapter("erasure-early");
        String request = open(EARLY);
        for (String authority : CONTROLLERS) {
            retention(authority, request);
            Evidence refused = decide(authority, request, decision("destroyed", EARLY_DECISION));
            journal.statement(
                    "retention-runs",
                    refused,
                    refused.at(Map.of("code", "/code", "title", "/title")).put("authority", authority),
                    expect("code", "RETENTION_RUNS"));
            ObjectNode retained = decision("retained", EARLY_DECISION)
                    .put("ground", "retention-duty")
                    .put("until", RETENTION_END);
            decided(authority, decide(authority, request, retained), "retained");
        }
    }

    /** Asked today: each State destroys its link and confirms it on the ledger; gives the request's id. */
    String grant() {
        journal.chapter("erasure");
        String request = open(today);
        for (String authority : CONTROLLERS) {
            await(authority, request);
            decided(authority, decide(authority, request, decision("destroyed", today)), "destroyed");
        }
        for (String authority : CONTROLLERS) {
            confirmed(authority, request);
        }
        return request;
    }

    /** Nobody finds the case any more, by file number or by handle. */
    void resolveNothing(Handles handles) {
        for (String authority : CONTROLLERS) {
            String file = authority.equals(AUSTRIA) ? Timeline.AUSTRIAS_FILE : Timeline.BULGARIAS_FILE;
            ApiClient desk = desks.caseworker(authority);
            Evidence search = journal.exchange("search", desk.post("/cases/search", expect("fileNumber", file)));
            journal.statement(
                    "unknown-by-file-number",
                    search,
                    count(search).put("authority", authority),
                    Json.mapper().createObjectNode().put("count", 0).put("status", 200));
            Evidence read = journal.exchange("case", desk.get("/cases/" + handles.of(authority)));
            journal.statement(
                    "unknown-by-handle",
                    read,
                    read.at(Map.of("code", "/code", "title", "/title"))
                            .put("authority", authority)
                            .put("status", read.status()),
                    Json.mapper().createObjectNode().put("status", 404));
        }
    }

    private String open(LocalDate receivedOn) {
        ObjectNode body =
                expect("fileNumber", Timeline.AUSTRIAS_FILE, "right", "erasure", "receivedOn", receivedOn.toString());
        Exchange call = desks.dataProtection(AUSTRIA).post("/requests", body);
        Evidence opened = journal.exchange("request", call);
        ObjectNode found = opened.at(Map.of("receivedOn", "/receivedOn", "controllers", "/controllers"))
                .put("authority", AUSTRIA);
        ObjectNode expected = expect("receivedOn", receivedOn.toString());
        CONTROLLERS.forEach(expected.putArray("controllers")::add);
        journal.statement("requested", opened, found, expected);
        return call.answer().path("request").asText();
    }

    private Exchange await(String authority, String request) {
        return Await.until(
                () -> desks.dataProtection(authority).get("/requests/" + request + "?asOf=" + today),
                Exchange::succeeded);
    }

    private void retention(String authority, String request) {
        Evidence read = journal.exchange("request", await(authority, request));
        ObjectNode found = read.at(Map.of(
                        "until", "/retention/until",
                        "period", "/retention/period",
                        "source", "/retention/source",
                        "confirmed", "/retention/confirmed"))
                .put("authority", authority);
        journal.statement(
                "retention", read, found, expect("until", RETENTION_END).put("confirmed", false));
    }

    private Evidence decide(String authority, String request, ObjectNode decision) {
        Exchange call = desks.dataProtection(authority).post("/requests/" + request + "/decision", decision);
        return journal.exchange("decision", call);
    }

    private void decided(String authority, Evidence decided, String outcome) {
        JsonNode own = decided.item("/decisions", "/authority", authority);
        ObjectNode found = Json.mapper().createObjectNode().put("authority", authority);
        for (String field : new String[] {"decision", "ground", "until", "decidedOn"}) {
            found.set(field, own.path(field));
        }
        journal.statement("decided-" + outcome, decided, found, expect("decision", outcome, "authority", authority));
    }

    private void confirmed(String authority, String request) {
        ApiClient desk = desks.dataProtection(authority);
        Exchange stage = Await.until(
                () -> desk.get("/requests/" + request + "?asOf=" + today),
                answer -> answer.answer().path("stage").asText().equals("confirmed"));
        Evidence read = journal.exchange("request", stage);
        journal.statement(
                "destroyed",
                read,
                read.at(Map.of("stage", "/stage", "cases", "/cases")).put("authority", authority),
                destroyed());
        Evidence receipt = journal.exchange("receipt", desk.get("/requests/" + request + "/receipt"));
        ObjectNode found = receipt.at(
                        Map.of("tombstonesBlock", "/positions/0/block", "confirmationBlock", "/positions/1/block"))
                .put("positions", receipt.answer().path("positions").size())
                .put("authority", authority);
        journal.statement(
                "receipt", receipt, found, Json.mapper().createObjectNode().put("positions", 2));
        Evidence closed =
                journal.exchange("closure", desk.post("/requests/" + request + "/closure", MissingNode.getInstance()));
        journal.statement(
                "closed",
                closed,
                closed.at(Map.of("stage", "/stage")).put("authority", authority),
                expect("stage", "closed"));
    }

    private static ObjectNode destroyed() {
        ObjectNode expected = expect("stage", "confirmed");
        expected.putArray("cases");
        return expected;
    }

    private static ObjectNode decision(String outcome, LocalDate on) {
        return expect("decision", outcome, "decidedOn", on.toString());
    }

    private static ObjectNode count(Evidence search) {
        return Json.mapper()
                .createObjectNode()
                .put("count", search.answer().path("items").size())
                .put("status", search.status());
    }
}
