// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import org.caseledger.gateway.cases.PlacedEntry;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.links.Destruction;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.write.Workers;

/** Hands the receipt through to the desk, with the places on the ledger that bear it out. Nothing of it is kept. */
final class ReceiptHandler {

    private final RequestReader requests;
    private final ReceiptStore positions;
    private final PrivacyClient links;
    private final Workers workers;

    ReceiptHandler(RequestReader requests, ReceiptStore positions, PrivacyClient links, Workers workers) {
        this.requests = requests;
        this.positions = positions;
        this.links = links;
        this.workers = workers;
    }

    Future<Answer> handle(Call call) {
        return requests.read(call.parameter("request")).compose(file -> {
            if (!file.stage().equals("confirmed")) {
                return Future.failedFuture(new ProblemException(ProblemCode.RECEIPT_NOT_READY));
            }
            return links.prepare(file.id()).compose(batch -> links.destroy(file.id())
                    .compose(destroyed -> workers.run(() -> Answer.ok(render(file, batch.batch(), destroyed)))));
        });
    }

    private ObjectNode render(RequestFile file, String batch, Destruction destroyed) {
        if (!destroyed.commitments().stream().allMatch(file::confirmed)) {
            throw new ProblemException(ProblemCode.RECEIPT_NOT_READY);
        }
        var json =
                JsonNodeFactory.instance.objectNode().put("request", file.id()).put("receipt", destroyed.receipt());
        var array = json.putArray("positions");
        positions.position(batch).ifPresent(array::add);
        file.confirmations(file.authority()).forEach(entry -> array.add(confirmation(entry)));
        return json;
    }

    private static ObjectNode confirmation(PlacedEntry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "confirmation")
                .put("block", entry.block())
                .put("transaction", entry.transaction());
    }
}
