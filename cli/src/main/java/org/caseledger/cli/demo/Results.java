// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.caseledger.cli.Json;

/** What must come out of a played case, in each authority's view. */
final class Results {
    private final Stage stage;

    Results(Stage stage) {
        this.stage = stage;
    }

    void read(Act.Read act) {
        Evidence evidence = evaluated(act.by(), act.asOf());
        for (Finding finding : act.says()) {
            stage.journal()
                    .statement(finding.say(), evidence, finding.found(evidence).put("reader", act.by()), finding.is());
        }
    }

    void agree(Act.Agree act) {
        Evidence first = evaluated(act.among().get(0), "today");
        stage.shown(first.answer().path("evaluation"));
        for (String other : act.among().subList(1, act.among().size())) {
            Evidence evidence = evaluated(other, "today");
            stage.journal()
                    .statement(
                            "same-view",
                            evidence,
                            evaluation(evidence)
                                    .put("authority", other)
                                    .put("as", act.among().get(0)),
                            evaluation(first));
        }
    }

    private Evidence evaluated(String authority, String asOf) {
        String path = "/cases/" + stage.handle(authority) + "?asOf=" + stage.day(asOf);
        Exchange call = Await.until(
                () -> stage.caseworker(authority).get(path),
                answer -> answer.answer().path("entries").asInt() == stage.entries());
        return stage.journal().exchange("case", call);
    }

    private static ObjectNode evaluation(Evidence evidence) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.set("evaluation", evidence.answer().path("evaluation"));
        return whole;
    }
}
