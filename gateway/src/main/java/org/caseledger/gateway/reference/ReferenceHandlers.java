// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.caseledger.gateway.cases.EntryJson;
import org.caseledger.gateway.cases.GovernanceStore;
import org.caseledger.gateway.cases.Procedures;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.http.Pages;
import org.caseledger.gateway.projection.ProjectionState;
import org.caseledger.gateway.write.Workers;
import org.caseledger.procedure.record.Pin;

/** Procedures, authorities and the ledger's state. */
public final class ReferenceHandlers {

    private final String authority;
    private final String channel;
    private final Workers workers;
    private final GovernanceStore governance;
    private final Procedures procedures;
    private final Supplier<ProjectionState> projection;

    public ReferenceHandlers(
            String authority,
            String channel,
            Workers workers,
            GovernanceStore governance,
            Procedures procedures,
            Supplier<ProjectionState> projection) {
        this.authority = authority;
        this.channel = channel;
        this.workers = workers;
        this.governance = governance;
        this.procedures = procedures;
        this.projection = projection;
    }

    public Map<String, Function<Call, Future<Answer>>> handlers() {
        return Map.of(
                "listProcedures", this::procedures,
                "listAuthorities", this::authorities,
                "readLedger", call -> Future.succeededFuture(Answer.ok(ledger(projection.get()))));
    }

    private Future<Answer> procedures(Call call) {
        return workers.run(
                () -> Answer.ok(Pages.of(call, governance.values("procedure")).render(this::procedure)));
    }

    private Future<Answer> authorities(Call call) {
        return workers.run(() -> Answer.ok(Pages.of(call, members()).render(member -> JsonNodeFactory.instance
                .objectNode()
                .put("id", member.path("authority").asText())
                .put("country", member.path("country").asText())
                .put("self", member.path("authority").asText().equals(authority)))));
    }

    private List<JsonNode> members() {
        var members = new ArrayList<JsonNode>();
        governance.value("participants").ifPresent(value -> value.path("members")
                .forEach(members::add));
        return members;
    }

    private ObjectNode procedure(JsonNode value) {
        var pin = new Pin(value.path("id").asText(), value.path("hash").asText());
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", pin.id())
                .put("hash", pin.hash())
                .put("active", value.path("active").asBoolean())
                .put("openingRole", procedures.definition(pin).openingRole());
        json.set("content", value.path("content"));
        return json;
    }

    private ObjectNode ledger(ProjectionState state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", channel)
                .put("genesis", state.genesis())
                .put("height", state.height())
                .put(
                        "recordedUpTo",
                        state.recordedUpTo() == 0
                                ? null
                                : EntryJson.instant(Instant.ofEpochMilli(state.recordedUpTo())))
                .put("state", state.phase().word())
                .put("problem", state.problem());
    }
}
