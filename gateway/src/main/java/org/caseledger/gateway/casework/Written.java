// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.cases.EntryJson;
import org.caseledger.gateway.cases.EvaluationJson;
import org.caseledger.gateway.cases.PlacedEntry;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.gateway.write.Operation;
import org.caseledger.gateway.write.OperationStage;
import org.caseledger.gateway.write.Writes;
import org.jspecify.annotations.Nullable;

/** The answer to a write: where the entry stands, when it was recorded, and what is to be known about it. */
final class Written {

    private final DocketStore dockets;
    private final CaseReader cases;

    Written(DocketStore dockets, CaseReader cases) {
        this.dockets = dockets;
        this.cases = cases;
    }

    Answer answer(Writes.Result result, @Nullable String handle) {
        var operation = result.operation();
        boolean committed = operation.stage() == OperationStage.COMMITTED;
        return new Answer(committed ? 201 : 202, render(operation, handle), result.replayed());
    }

    ObjectNode render(Operation operation, @Nullable String handle) {
        var entry = placed(operation);
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("operation", operation.key().toString())
                .put("state", state(operation))
                .put("handle", handle)
                .put("entry", entry.map(PlacedEntry::position).orElse(null))
                .put(
                        "recordedAt",
                        entry.map(PlacedEntry::recordedAt)
                                .map(EntryJson::instant)
                                .orElse(null));
        var remarks = json.putArray("remarks");
        entry.ifPresent(placed -> cases.remarks(Kind.CASE, operation.docket(), placed)
                .forEach(flag -> remarks.add(EvaluationJson.flag(flag))));
        return json;
    }

    private Optional<PlacedEntry> placed(Operation operation) {
        return operation.stage() == OperationStage.COMMITTED && operation.command() != null
                ? dockets.entry(Objects.requireNonNull(operation.command()))
                : Optional.empty();
    }

    private static String state(Operation operation) {
        return operation.stage() == OperationStage.PREPARED
                ? OperationStage.ACCEPTED.word()
                : operation.stage().word();
    }
}
