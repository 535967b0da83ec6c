// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.cases.EvaluationJson;
import org.caseledger.gateway.links.LinkedRequest;
import org.jspecify.annotations.Nullable;

/** A request as openapi.yaml shapes it. Blocks its thread. */
final class RequestJson {

    private final CaseReader cases;
    private final RetentionCheck retention;

    RequestJson(CaseReader cases, RetentionCheck retention) {
        this.cases = cases;
        this.retention = retention;
    }

    /** With its clocks. */
    ObjectNode render(RequestFile file, LocalDate asOf) {
        var json = summary(file, asOf);
        var evaluation = cases.evaluate(file.docket(), asOf, null);
        json.set("evaluation", new EvaluationJson(file.docket().numbers()).render(evaluation));
        return json;
    }

    /** Without its clocks, for lists. */
    ObjectNode summary(RequestFile file, LocalDate asOf) {
        var roles = file.docket().header().roles();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("request", file.id())
                .put("right", file.right().word())
                .put("as", file.isReceiving() ? RequestFile.RECEIVING : RequestFile.CONTROLLER)
                .put("receivedOn", receivedOn(file))
                .put("stage", file.stage())
                .put("receiving", roles.holders(RequestFile.RECEIVING).get(0));
        var controllers = json.putArray("controllers");
        roles.holders(RequestFile.CONTROLLER).forEach(controllers::add);
        decisions(json.putArray("decisions"), file);
        cases(json.putArray("cases"), file);
        json.set("retention", retention.render(retention.check(caseIds(file), asOf)));
        return json.putNull("evaluation");
    }

    static List<String> caseIds(RequestFile file) {
        return file.linked().map(LinkedRequest::links).orElse(List.of()).stream()
                .map(LinkedRequest.NamedLink::caseId)
                .toList();
    }

    private static String receivedOn(RequestFile file) {
        return file.docket().stepsNamed(RequestFile.RECEIVED).stream()
                .map(step -> step.step().occurredOn().toString())
                .findFirst()
                .orElse("");
    }

    private static void decisions(ArrayNode array, RequestFile file) {
        file.decisions().forEach(decision -> {
            var attributes = decision.step().attributes();
            array.addObject()
                    .put("authority", decision.authority())
                    .put("decision", attributes.get("outcome"))
                    .put("ground", ground(attributes.get("ground")))
                    .put("until", attributes.get("until"))
                    .put("decidedOn", decision.step().occurredOn().toString())
                    .put(
                            "confirmed",
                            decision.destroys()
                                    && !file.confirmations(decision.authority()).isEmpty());
        });
    }

    private static @Nullable String ground(@Nullable String ground) {
        return "none".equals(ground) ? null : ground;
    }

    private static void cases(ArrayNode array, RequestFile file) {
        file.linked().ifPresent(linked -> linked.links()
                .forEach(link -> array.addObject().put("handle", link.handle()).put("fileNumber", link.fileNumber())));
    }
}
