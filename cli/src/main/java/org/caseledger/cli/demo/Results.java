// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import static org.caseledger.cli.demo.Timeline.AUSTRIA;
import static org.caseledger.cli.demo.Timeline.BULGARIA;
import static org.caseledger.cli.demo.Timeline.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.caseledger.cli.Json;

/** What must come out of the timeline, in both States' views (the court's result in C-201/16). */
final class Results {
    /** Entries of the case once everything is recorded: the opening and seven further steps. */
    private static final int ENTRIES = 8;

    private final Journal journal;
    private final Desks desks;
    private final Handles handles;
    private final LocalDate today;

    Results(Journal journal, Desks desks, Handles handles, LocalDate today) {
        this.journal = journal;
        this.desks = desks;
        this.handles = handles;
        this.today = today;
    }

    /** Checks every result and gives the evaluation as both authorities see it today. */
    JsonNode check() {
        journal.chapter("result");
        Evidence austrias = read(AUSTRIA, today);
        limit(austrias, "send-request", expect("status", "met", "metOn", "2015-03-09", "end", "2015-06-07"));
        limit(austrias, "reply", expect("status", "met", "metOn", "2015-03-23", "end", "2015-03-23"));
        limit(austrias, "transfer", expect("status", "missed", "end", "2015-09-23"));
        lapse(austrias);
        responsible("responsible-before", read(AUSTRIA, LocalDate.of(2015, 9, 23)), "requested", BULGARIA, null);
        responsible("responsible", austrias, "requesting", AUSTRIA, "2015-09-24");
        ended(austrias);
        Evidence bulgarias = read(BULGARIA, today);
        journal.statement("same-view", bulgarias, evaluation(bulgarias), evaluation(austrias));
        return austrias.answer().path("evaluation");
    }

    private Evidence read(String authority, LocalDate asOf) {
        String path = "/cases/" + handles.of(authority) + "?asOf=" + asOf;
        Exchange call = Await.until(
                () -> desks.caseworker(authority).get(path),
                answer -> answer.answer().path("entries").asInt() == ENTRIES);
        return journal.exchange("case", call);
    }

    private void limit(Evidence evidence, String limit, ObjectNode expected) {
        JsonNode current =
                evidence.item("/evaluation/limits", "/current/limit", limit).path("current");
        ObjectNode found = Json.mapper().createObjectNode();
        for (String field : new String[] {"limit", "end", "status", "metOn", "daysLate", "rule", "because"}) {
            found.set(field, current.path(field));
        }
        journal.statement("limit-" + limit, evidence, found, expected);
    }

    private void lapse(Evidence evidence) {
        JsonNode lapsed = evidence.item("/evaluation/lapsed", "/limit", "transfer");
        journal.statement(
                "lapse",
                evidence,
                lapsed instanceof ObjectNode object ? object : Json.mapper().createObjectNode(),
                expect("limit", "transfer", "end", "2015-09-23", "since", "2015-09-24"));
    }

    private void responsible(
            String id,
            Evidence evidence,
            String role,
            String authority,
            @org.jspecify.annotations.Nullable String since) {
        ObjectNode found = evidence.at(Map.of(
                "asOf", "/evaluation/asOf",
                "role", "/evaluation/responsible/role",
                "authority", "/evaluation/responsible/authority",
                "since", "/evaluation/responsible/since",
                "rule", "/evaluation/responsible/rule"));
        ObjectNode expected = expect("role", role, "authority", authority);
        if (since != null) {
            expected.put("since", since);
        }
        journal.statement(id, evidence, found, expected);
    }

    private void ended(Evidence evidence) {
        ObjectNode found = evidence.at(Map.of("on", "/evaluation/ended/on", "by", "/evaluation/ended/by"));
        journal.statement("ended", evidence, found, expect("on", "2015-09-24"));
    }

    private static ObjectNode evaluation(Evidence evidence) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.set("evaluation", evidence.answer().path("evaluation"));
        return whole;
    }
}
