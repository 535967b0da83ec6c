// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.links.Name;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.links.Purpose;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.write.Fingerprint;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.Operation;
import org.caseledger.gateway.write.OperationKind;
import org.caseledger.gateway.write.OperationStage;
import org.caseledger.gateway.write.Until;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.Roles;

/** Opens a case: a random id, kept; then the link; then the ledger. Refused for good, the link is taken back. */
final class OpenCaseHandler {

    private final Writes writes;
    private final Workers workers;
    private final PrivacyClient links;
    private final CaseLocator locator;
    private final Written written;
    private final Ids ids;

    OpenCaseHandler(
            Writes writes, Workers workers, PrivacyClient links, CaseLocator locator, Written written, Ids ids) {
        this.writes = writes;
        this.workers = workers;
        this.links = links;
        this.locator = locator;
        this.written = written;
        this.ids = ids;
    }

    Future<Answer> handle(Call call) {
        var fileNumber = call.text("fileNumber");
        locator.requireOurs(fileNumber);
        return writes.begin(operation(call))
                .compose(begun -> writes.pursue(
                                begun, Until.of(call.optional("until")), () -> link(begun.operation(), fileNumber))
                        .recover(failed -> undo(begun.operation(), failed)))
                .compose(result -> handle(result.operation(), fileNumber)
                        .compose(handle -> workers.run(() -> written.answer(result, handle))));
    }

    private Operation operation(Call call) {
        var caseId = ids.next();
        var command = ids.next();
        var step = StepInput.read(call.body().path("step"), command, OpenCaseHandler::noEntry);
        var argument =
                JsonNodeFactory.instance.objectNode().put("case", caseId).put("definition", call.text("definition"));
        argument.set("roles", RecordCodec.toJson(roles(call.body().path("roles"))));
        argument.set("step", RecordCodec.toJson(step));
        return Operation.ledger(
                call.key(),
                OperationKind.OPEN,
                Fingerprint.of(OperationKind.OPEN, call.body()),
                caseId,
                command,
                "cases:open",
                argument);
    }

    private Future<Void> link(Operation operation, String fileNumber) {
        return links.create(operation.docket(), fileNumber).mapEmpty();
    }

    /** The handle is asked for again and never kept; a key that comes with another file number is another write. */
    private Future<String> handle(Operation operation, String fileNumber) {
        return links.names(List.of(operation.docket()), Purpose.CASEWORK)
                .map(names -> requireSame(names.get(operation.docket()), fileNumber));
    }

    private static String requireSame(@org.jspecify.annotations.Nullable Name name, String fileNumber) {
        if (name == null) {
            throw new ProblemException(ProblemCode.HANDLE_UNKNOWN);
        }
        if (!fileNumber.equals(name.fileNumber())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        return name.handle();
    }

    private Future<Writes.Result> undo(Operation operation, Throwable failed) {
        boolean forGood =
                failed instanceof ProblemException refused && !refused.problem().retryable();
        return forGood && operation.stage() != OperationStage.COMMITTED
                ? links.discard(operation.docket()).transform(done -> Future.failedFuture(failed))
                : Future.failedFuture(failed);
    }

    private static Roles roles(JsonNode json) {
        var members = new TreeMap<String, List<String>>();
        json.properties().forEach(role -> {
            var holders = new ArrayList<String>();
            role.getValue().forEach(holder -> holders.add(holder.asText()));
            members.put(role.getKey(), holders);
        });
        return new Roles(members);
    }

    private static String noEntry(int number) {
        throw new ProblemException(ProblemCode.ENTRY_UNKNOWN, Map.of("entry", Integer.toString(number)));
    }
}
