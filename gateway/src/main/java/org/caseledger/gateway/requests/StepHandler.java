// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import io.vertx.core.Future;
import java.util.TreeMap;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/**
 * Records what this authority does about a request besides deciding: asking who it is, extending, correcting, stopping,
 * telling recipients. Receipt, decision and confirmation have ways of their own.
 */
final class StepHandler {

    private final RequestReader requests;
    private final RequestWrites writes;

    StepHandler(RequestReader requests, RequestWrites writes) {
        this.requests = requests;
        this.writes = writes;
    }

    /** @param replayed whether the key was known */
    record Recorded(String request, boolean replayed) {}

    Future<Recorded> handle(Call call) {
        var id = call.parameter("request");
        var body = call.body();
        var attributes = new TreeMap<String, String>();
        body.path("attributes")
                .properties()
                .forEach(attribute ->
                        attributes.put(attribute.getKey(), attribute.getValue().asText()));
        return requests.read(id)
                .compose(file -> file.linked().isEmpty()
                        ? Future.failedFuture(new ProblemException(ProblemCode.REQUEST_NOT_HERE))
                        : writes.step(
                                call.key(), id, body, call.text("step"), Call.date(body, "occurredOn"), attributes))
                .map(written -> new Recorded(id, written.replayed()));
    }
}
