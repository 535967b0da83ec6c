// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.caseledger.gateway.cases.GovernanceStore;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.write.Fingerprint;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.Operation;
import org.caseledger.gateway.write.OperationKind;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.Until;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** Opens a request: a random id, kept; then the privacy service, which names the controllers; then the ledger. */
final class OpenRequestHandler {

    private final String authority;
    private final Writes writes;
    private final Workers workers;
    private final OperationStore operations;
    private final GovernanceStore governance;
    private final PrivacyClient links;
    private final Ids ids;

    OpenRequestHandler(
            String authority,
            Writes writes,
            Workers workers,
            OperationStore operations,
            GovernanceStore governance,
            PrivacyClient links,
            Ids ids) {
        this.authority = authority;
        this.writes = writes;
        this.workers = workers;
        this.operations = operations;
        this.governance = governance;
        this.links = links;
        this.ids = ids;
    }

    Future<Writes.Result> handle(Call call) {
        return workers.run(() -> operation(call))
                .compose(writes::begin)
                .compose(begun -> begun.operation().argument() == null
                        ? writes.pursue(begun, Until.COMMITTED)
                        : bound(begun, call)
                                .compose(ready -> writes.pursue(ready, Until.COMMITTED))
                                .recover(failed -> undo(begun, failed)))
                .recover(OpenRequestHandler::named);
    }

    private Operation operation(Call call) {
        var command = ids.next();
        var request = ids.next();
        var step = StepRecord.of(
                new CommandId(command),
                RequestFile.RECEIVED,
                RequestFile.RECEIVING,
                Call.date(call.body(), "receivedOn"),
                Map.of());
        var argument = JsonNodeFactory.instance
                .objectNode()
                .put("request", request)
                .put("definition", definition(Right.of(call.text("right"))));
        argument.set("step", RecordCodec.toJson(step));
        return Operation.ledger(
                call.key(),
                OperationKind.REQUEST,
                Fingerprint.of(OperationKind.REQUEST, call.body()),
                request,
                command,
                "requests:open",
                argument);
    }

    /** The register of sharing says who the controllers are; asked again it says the same. */
    private Future<Writes.Result> bound(Writes.Result begun, Call call) {
        var operation = begun.operation();
        var argument = operation.argument();
        if (argument == null || argument.has("roles")) {
            return Future.succeededFuture(begun);
        }
        return links.openRequest(
                        operation.docket(),
                        call.text("fileNumber"),
                        call.text("right"),
                        Call.date(call.body(), "receivedOn"))
                .compose(controllers -> workers.run(() -> {
                    var complete = argument.deepCopy();
                    complete.set("roles", RecordCodec.toJson(roles(controllers)));
                    operations.complete(operation.key(), complete);
                    return new Writes.Result(operation.with(complete), begun.replayed());
                }));
    }

    private Roles roles(List<String> others) {
        var controllers = new ArrayList<>(others);
        controllers.add(authority);
        return Roles.of(Map.of(RequestFile.RECEIVING, List.of(authority), RequestFile.CONTROLLER, controllers));
    }

    /** The newest version that the authorities agreed on. */
    private String definition(Right right) {
        return governance.values("procedure").stream()
                .filter(value -> value.path("active").asBoolean())
                .map((JsonNode value) -> value.path("id").asText())
                .filter(id -> id.startsWith(right.definition()))
                .max(Comparator.comparingInt(
                        id -> Integer.parseInt(id.substring(right.definition().length()))))
                .orElseThrow(() -> new ProblemException(ProblemCode.PROCEDURE_UNKNOWN));
    }

    /** Refused for good, the privacy service forgets the request: no ledger will ever name it. */
    private Future<Writes.Result> undo(Writes.Result begun, Throwable failed) {
        boolean forGood =
                failed instanceof ProblemException problem && !problem.problem().retryable();
        return forGood
                ? links.close(begun.operation().docket()).transform(done -> Future.failedFuture(failed))
                : Future.failedFuture(failed);
    }

    private static Future<Writes.Result> named(Throwable failed) {
        boolean noLink = failed instanceof ProblemException problem
                && problem.problem().code().equals("LINK_UNKNOWN");
        return Future.failedFuture(noLink ? new ProblemException(ProblemCode.REQUEST_WITHOUT_CASE) : failed);
    }
}
