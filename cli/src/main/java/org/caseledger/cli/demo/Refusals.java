// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import static org.caseledger.cli.demo.Timeline.AUSTRIA;
import static org.caseledger.cli.demo.Timeline.BULGARIA;
import static org.caseledger.cli.demo.Timeline.expect;
import static org.caseledger.cli.demo.Timeline.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Steps that the ledger must not take. */
final class Refusals {
    private final Journal journal;
    private final Desks desks;
    private final Handles handles;

    Refusals(Journal journal, Desks desks, Handles handles) {
        this.journal = journal;
        this.desks = desks;
        this.handles = handles;
    }

    /** Bulgaria tries Austria's step; Austria asks again although nobody has refused. */
    void attempt() {
        refused("others-step", BULGARIA, step("decide", "requesting", "2015-03-10"), "ROLE_NOT_HELD");
        refused("not-enabled", AUSTRIA, step("ask-again", "requesting", "2015-03-10"), "NOT_ENABLED");
    }

    private void refused(String id, String authority, ObjectNode step, String code) {
        Exchange call = desks.caseworker(authority).post("/cases/" + handles.of(authority) + "/steps", step);
        Evidence evidence = journal.exchange("refused", call);
        ObjectNode found = evidence.at(Map.of("code", "/code", "title", "/title", "todo", "/todo"))
                .put("authority", authority)
                .put("step", step.path("step").asText());
        journal.statement(id, evidence, found, expect("code", code));
    }
}
