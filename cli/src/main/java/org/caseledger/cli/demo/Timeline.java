// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;

/**
 * The timeline of judgment C-201/16, entered late as from a paper file: each step by the authority whose step it is,
 * each authority under a file number of its own, marked as a test's.
 */
final class Timeline {
    static final String AUSTRIA = "AT-DUBLIN";
    static final String BULGARIA = "BG-DUBLIN";
    static final String AUSTRIAS_FILE = "TEST-000201";
    static final String BULGARIAS_FILE = "TEST-000916";
    static final String DEFINITION = "dublin3-take-back@1";

    private final Journal journal;
    private final Desks desks;

    Timeline(Journal journal, Desks desks) {
        this.journal = journal;
        this.desks = desks;
    }

    /** Plays it and gives each authority's own handle of the case. */
    Handles play() {
        journal.chapter("case");
        String austrias = open();
        String bulgarias = claim();
        Handles handles = new Handles(austrias, bulgarias);
        step(BULGARIA, bulgarias, step("earlier-application", "requested", "2015-02-19"));
        step(AUSTRIA, austrias, step("request", "requesting", "2015-03-09", "basis", "eurodac"));
        bulgariasWork(bulgarias);
        new Refusals(journal, desks, handles).attempt();
        step(BULGARIA, bulgarias, step("accept", "requested", "2015-03-23"));
        int firstDecision = step(AUSTRIA, austrias, step("decide", "requesting", "2015-07-02"));
        ObjectNode annulment = step("ruled", "requesting", "2015-07-20", "final", "yes", "ended-suspension", "unknown");
        step(AUSTRIA, austrias, annulment.put("annuls", firstDecision));
        step(AUSTRIA, austrias, step("decide", "requesting", "2015-09-03"));
        step(AUSTRIA, austrias, step("plea-of-expiry", "requesting", "2015-09-23"));
        return handles;
    }

    private String open() {
        ObjectNode body = opening(AUSTRIAS_FILE);
        Exchange call = desks.caseworker(AUSTRIA).post("/cases", body);
        recorded(call, body.path("step").deepCopy());
        return handle(call.answer().path("handle"));
    }

    /** What opens the case, under a file number of Austria. */
    static ObjectNode opening(String fileNumber) {
        ObjectNode body = expect("fileNumber", fileNumber, "definition", DEFINITION);
        ObjectNode roles = body.putObject("roles");
        roles.putArray("requesting").add(AUSTRIA);
        roles.putArray("requested").add(BULGARIA);
        body.set("step", step("lodged", "requesting", "2015-03-07"));
        return body;
    }

    /** The link reaches the other authority by itself; its desk attaches its own file number. */
    private String claim() {
        ApiClient desk = desks.caseworker(BULGARIA);
        Exchange links = Await.until(
                () -> desk.get("/links/unclaimed"),
                answer -> answer.answer().path("items").size() == 1);
        Evidence arrived = journal.exchange("link-arrived", links);
        ObjectNode found = arrived.at(Map.of("from", "/items/0/from", "senderFileNumber", "/items/0/senderFileNumber"));
        journal.statement("link-arrived", arrived, found.put("authority", BULGARIA), expect("from", AUSTRIA));
        String handle = handle(links.answer().at("/items/0/handle"));
        ObjectNode body = Json.mapper().createObjectNode().put("handle", handle).put("fileNumber", BULGARIAS_FILE);
        Evidence claimed = journal.exchange("link-claimed", desk.post("/links/claims", body));
        journal.statement(
                "link-claimed",
                claimed,
                claimed.at(Map.of("fileNumber", "/fileNumber")).put("authority", BULGARIA),
                expect("fileNumber", BULGARIAS_FILE));
        return handle;
    }

    private void bulgariasWork(String handle) {
        Exchange work = Await.until(
                () -> desks.caseworker(BULGARIA).get("/worklist?asOf=2015-03-10"),
                answer -> !answer.answer().path("items").isEmpty());
        Evidence evidence = journal.exchange("worklist", work);
        ObjectNode found = evidence.at(Map.of(
                "handle", "/items/0/handle",
                "fileNumber", "/items/0/fileNumber",
                "asOf", "/asOf",
                "limit", "/items/0/due/limit",
                "end", "/items/0/due/end",
                "daysLeft", "/items/0/daysLeft",
                "rule", "/items/0/due/rule"));
        ObjectNode expected = expect("limit", "reply", "end", "2015-03-23", "handle", handle);
        journal.statement("worklist", evidence, found.put("authority", BULGARIA), expected.put("daysLeft", 13));
    }

    private static String handle(JsonNode answered) {
        if (!answered.isTextual()) {
            throw new CommandException(
                    ExitCode.CHECK_FAILED,
                    "There is no case to go on with. See the answers in the document that --json writes.");
        }
        return answered.asText();
    }

    /** Records one step and gives its entry number. */
    private int step(String authority, String handle, ObjectNode step) {
        Exchange call = desks.caseworker(authority).post("/cases/" + handle + "/steps", step);
        recorded(call, step);
        return call.answer().path("entry").asInt();
    }

    private void recorded(Exchange call, JsonNode step) {
        Evidence evidence = journal.exchange("step", call);
        ObjectNode found = evidence.at(new TreeMap<>(Map.of("state", "/state", "entry", "/entry")))
                .put("status", call.status())
                .put("authority", call.authority());
        found.set("step", step.path("step"));
        found.set("occurredOn", step.path("occurredOn"));
        journal.statement(
                "recorded", evidence, found, expect("state", "committed").put("status", 201));
    }

    static ObjectNode step(String step, String role, String occurredOn, String... attributes) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("step", step)
                .put("role", role)
                .put("occurredOn", occurredOn);
        json.set("attributes", expect(attributes));
        return json;
    }

    /** An object of names and texts, in turn. */
    static ObjectNode expect(String... namesAndTexts) {
        ObjectNode json = Json.mapper().createObjectNode();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            json.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return json;
    }
}
