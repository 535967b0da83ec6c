// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.links.Name;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.links.Purpose;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.problem.ProblemTexts;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.Operation;
import org.caseledger.gateway.write.OperationKind;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.RefusalWriter;
import org.caseledger.gateway.write.Workers;
import org.jspecify.annotations.Nullable;

/** Tells where a write stands. */
final class OperationHandler {

    private final Workers workers;
    private final OperationStore store;
    private final PrivacyClient links;
    private final Written written;
    private final ProblemTexts texts;
    private final RefusalWriter refusals;
    private final Ids ids;

    OperationHandler(
            Workers workers,
            OperationStore store,
            PrivacyClient links,
            Written written,
            ProblemTexts texts,
            RefusalWriter refusals,
            Ids ids) {
        this.workers = workers;
        this.store = store;
        this.links = links;
        this.written = written;
        this.texts = texts;
        this.refusals = refusals;
        this.ids = ids;
    }

    Future<Answer> handle(Call call) {
        return workers.run(() -> store.find(UUID.fromString(call.parameter("operation")))
                        .filter(operation -> operation.kind() != OperationKind.ERASURE)
                        .orElseThrow(() -> new ProblemException(ProblemCode.OPERATION_UNKNOWN)))
                .compose(operation ->
                        handle(operation).compose(handle -> workers.run(() -> Answer.ok(render(operation, handle)))));
    }

    private Future<@Nullable String> handle(Operation operation) {
        if (isOfRequest(operation)) {
            return Future.succeededFuture();
        }
        return links.names(List.of(operation.docket()), Purpose.CASEWORK).map(names -> {
            Name name = names.get(operation.docket());
            return name == null ? null : name.handle();
        });
    }

    private JsonNode render(Operation operation, @Nullable String handle) {
        var json = written.render(operation, handle);
        json.put("kind", operation.kind().word());
        json.put("request", isOfRequest(operation) ? operation.docket() : null);
        var problem = operation.problem();
        json.set("problem", problem == null ? NullNode.instance : texts.render(refusals.read(problem), ids.next()));
        return json;
    }

    private static boolean isOfRequest(Operation operation) {
        return switch (operation.kind()) {
            case REQUEST, DECISION, ACTION, CLOSURE, ERASURE -> true;
            default -> false;
        };
    }
}
